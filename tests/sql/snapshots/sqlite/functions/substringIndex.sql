select millrace_substring_index("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
