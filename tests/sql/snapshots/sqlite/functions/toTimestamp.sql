select millrace_to_timestamp("text", 0) as "text alone", millrace_parse_timestamp("text", ?, 0) as "text", "day" || ' 00:00:00' as "day alone", "day" || ' 00:00:00' as "day", "moment" as "moment alone", "moment"
from "shop"."samples";
-- 1: "yyyy-MM-dd HH:mm:ss"
