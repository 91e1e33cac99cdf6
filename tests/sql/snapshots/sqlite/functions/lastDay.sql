select millrace_last_day("day") as "day", millrace_last_day(substr("moment", 1, 10)) as "moment"
from "shop"."samples";
