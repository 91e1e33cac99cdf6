select unixepoch(substr(millrace_to_timestamp("text", 0), 1, 19)) as "text alone", unixepoch(substr(millrace_parse_timestamp("text", ?, 0), 1, 19)) as "text", unixepoch(substr("day" || ' 00:00:00', 1, 19)) as "day alone", unixepoch(substr("day" || ' 00:00:00', 1, 19)) as "day", unixepoch(substr("moment", 1, 19)) as "moment alone", unixepoch(substr("moment", 1, 19)) as "moment"
from "shop"."samples";
-- 1: "yyyy-MM-dd HH:mm:ss"
