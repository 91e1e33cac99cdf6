select millrace_array_remove("list", ?, 'long') as "list", millrace_array_remove("words", ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
