select strftime("day"::timestamp, $1) as "day", strftime("moment", $2) as "moment"
from "shop"."samples";
-- 1: "%Y-%m-%d %H:%M:%S"
-- 2: "%Y-%m-%d %H:%M:%S"
