select millrace_repeat("text", ?) as "text"
from "shop"."samples";
-- 1: 2
