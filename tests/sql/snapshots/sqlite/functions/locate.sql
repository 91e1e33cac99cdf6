select millrace_locate("text", "word", ?) as "text"
from "shop"."samples";
-- 1: 2
