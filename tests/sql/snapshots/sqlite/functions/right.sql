select millrace_right("text", ?) as "text"
from "shop"."samples";
-- 1: 2
