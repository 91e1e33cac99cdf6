select millrace_levenshtein("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
