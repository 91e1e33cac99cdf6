select millrace_to_date("text", 1) as "text alone", substr(millrace_parse_timestamp("text", ?, 1), 1, 10) as "text", "day" as "day alone", "day", substr("moment", 1, 10) as "moment alone", substr("moment", 1, 10) as "moment"
from "shop"."samples";
-- 1: "yyyy-MM-dd HH:mm:ss"
