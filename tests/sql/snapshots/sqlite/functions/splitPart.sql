select millrace_split_part("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
