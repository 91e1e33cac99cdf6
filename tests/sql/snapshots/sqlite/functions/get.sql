select millrace_array_get("list", ?, 'long') as "list", millrace_array_get("lists", ?, 'array') as "lists", millrace_array_get("words", ?, 'string') as "words", millrace_array_get("pairs", ?, 'struct') as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
