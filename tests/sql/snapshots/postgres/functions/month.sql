select extract(month from "day")::int as "day", extract(month from "moment"::date)::int as "moment"
from "shop"."samples";
