select extract(week from "day")::int as "day", extract(week from "moment"::date)::int as "moment"
from "shop"."samples";
