select millrace_array_append("list", ?, 'long') as "list", millrace_array_append("words", ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
