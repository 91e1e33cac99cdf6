select millrace_url_part("text", ?, 0) as "text alone", millrace_url_part("text", ?, 0, ?) as "text"
from "shop"."samples";
-- 1: "QUERY"
-- 2: "QUERY"
-- 3: "q"
