select millrace_regexp_replace("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
