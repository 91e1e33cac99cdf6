select millrace_rpad("text", ?, ?) as "text"
from "shop"."samples";
-- 1: 2
-- 2: "a"
