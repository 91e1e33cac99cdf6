select coalesce(date("day", (-?) || ' days'), case when "day" || ? is not null then millrace_raise('a date lies outside of the years 1 to 9999') end) as "day", coalesce(date(substr("moment", 1, 10), (-?) || ' days'), case when substr("moment", 1, 10) || ? is not null then millrace_raise('a date lies outside of the years 1 to 9999') end) as "moment"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
