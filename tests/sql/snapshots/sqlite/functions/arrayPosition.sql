select millrace_array_position("list", ?, 'long') as "list", millrace_array_position("words", ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
