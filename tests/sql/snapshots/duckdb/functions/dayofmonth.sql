select day("day")::int as "day", day("moment"::date)::int as "moment"
from "shop"."samples";
