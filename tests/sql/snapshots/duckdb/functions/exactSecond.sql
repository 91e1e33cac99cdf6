select (microsecond("day"::timestamp)::decimal(8,0) * 0.000001)::decimal(8,6) as "day", (microsecond("moment")::decimal(8,0) * 0.000001)::decimal(8,6) as "moment"
from "shop"."samples";
