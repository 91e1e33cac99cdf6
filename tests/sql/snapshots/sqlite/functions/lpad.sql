select millrace_lpad("text", ?, ?) as "text"
from "shop"."samples";
-- 1: 2
-- 2: "a"
