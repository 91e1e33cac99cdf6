select millrace_array_contains("list", ?, 'long') as "list", millrace_array_contains("words", ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
