select millrace_regexp_extract("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
