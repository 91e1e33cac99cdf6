select millrace_from_utc("day" || ' 00:00:00', ?) as "day", millrace_from_utc("moment", ?) as "moment"
from "shop"."samples";
-- 1: "Europe/Berlin"
-- 2: "Europe/Berlin"
