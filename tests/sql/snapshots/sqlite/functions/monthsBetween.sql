select millrace_months_between("day" || ' 00:00:00', "day" || ' 00:00:00', ?) as "day", millrace_months_between("moment", "day" || ' 00:00:00', ?) as "moment"
from "shop"."samples";
-- 1: 1
-- 2: 1
