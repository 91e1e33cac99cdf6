select millrace_str_to_map("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
