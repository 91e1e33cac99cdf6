select millrace_regexp_extract_all("text", ?, ?) as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
