select millrace_whole_months("day" || ' 00:00:00', "day" || ' 00:00:00', 1) as "month"
from "shop"."samples";
