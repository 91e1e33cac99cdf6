select millrace_overlay("text", ?, ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
-- 3: 2
