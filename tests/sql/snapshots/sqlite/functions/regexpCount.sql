select millrace_regexp_count("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
