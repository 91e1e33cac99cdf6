select millrace_ilike("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
