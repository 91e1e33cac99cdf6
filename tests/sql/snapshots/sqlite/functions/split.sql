select millrace_split("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
