select minute("day"::timestamp)::int as "day", minute("moment")::int as "moment"
from "shop"."samples";
