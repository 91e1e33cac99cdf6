select millrace_array_join("words", ?, ?) as "words"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
