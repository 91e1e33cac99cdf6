select millrace_conv("text", ?, ?) as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
