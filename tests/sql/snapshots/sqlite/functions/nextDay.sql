select coalesce(date("day", '+1 days', 'weekday 1'), case when "day" is not null then millrace_raise('a date lies outside of the years 1 to 9999') end) as "day", coalesce(date(substr("moment", 1, 10), '+1 days', 'weekday 1'), case when substr("moment", 1, 10) is not null then millrace_raise('a date lies outside of the years 1 to 9999') end) as "moment"
from "shop"."samples";
