select millrace_regexp_substr("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
