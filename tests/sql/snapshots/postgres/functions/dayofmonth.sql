select extract(day from "day")::int as "day", extract(day from "moment"::date)::int as "moment"
from "shop"."samples";
