select millrace_rlike("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
