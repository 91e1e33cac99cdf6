select millrace_array_repeat("text", ?, 'string') as "text", millrace_array_repeat("number", ?, 'long') as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
