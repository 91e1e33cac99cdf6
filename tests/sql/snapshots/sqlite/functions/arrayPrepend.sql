select millrace_array_prepend("list", ?, 'long') as "list", millrace_array_prepend("words", ?, 'string') as "words"
from "shop"."samples";
-- 1: 2
-- 2: "a"
