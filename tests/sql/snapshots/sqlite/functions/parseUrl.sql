select millrace_url_part("text", ?, 0) as "text alone", millrace_url_part("text", ?, 0, ?) as "text"
from "shop"."samples";
-- 1: "PROTOCOL"
-- 2: "PROTOCOL"
-- 3: "yyyy-MM-dd"
