select extract(year from "day")::int as "day", extract(year from "moment"::date)::int as "moment"
from "shop"."samples";
