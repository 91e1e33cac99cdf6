select millrace_to_utc("day" || ' 00:00:00', ?) as "day", millrace_to_utc("moment", ?) as "moment"
from "shop"."samples";
-- 1: "Europe/Berlin"
-- 2: "Europe/Berlin"
