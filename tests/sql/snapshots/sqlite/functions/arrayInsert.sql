select millrace_array_insert("list", ?, ?, 'long') as "list", millrace_array_insert("words", ?, ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: "a"
