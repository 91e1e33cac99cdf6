select millrace_array_slice("list", ?, ?) as "list", millrace_array_slice("lists", ?, ?) as "lists", millrace_array_slice("words", ?, ?) as "words", millrace_array_slice("pairs", ?, ?) as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: 2
-- 8: 2
