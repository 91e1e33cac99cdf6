select case when ("day" || ' 00:00:00') is not null then strftime('%Y-01-01 00:00:00', "day" || ' 00:00:00') end as "year"
from "shop"."samples";
