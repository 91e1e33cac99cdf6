select year("day")::int as "day", year("moment"::date)::int as "moment"
from "shop"."samples";
