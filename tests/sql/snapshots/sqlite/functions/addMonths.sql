select millrace_add_months("day", ?) as "day", millrace_add_months(substr("moment", 1, 10), ?) as "moment"
from "shop"."samples";
-- 1: 2
-- 2: 2
