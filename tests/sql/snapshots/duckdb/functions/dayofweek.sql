select dayofweek("day")::int + 1 as "day", dayofweek("moment"::date)::int + 1 as "moment"
from "shop"."samples";
