select dayofyear("day")::int as "day", dayofyear("moment"::date)::int as "moment"
from "shop"."samples";
