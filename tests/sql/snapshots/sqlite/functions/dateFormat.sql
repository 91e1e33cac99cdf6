select millrace_date_format("day" || ' 00:00:00', ?) as "day", millrace_date_format("moment", ?) as "moment"
from "shop"."samples";
-- 1: "yyyy-MM-dd HH:mm:ss"
-- 2: "yyyy-MM-dd HH:mm:ss"
