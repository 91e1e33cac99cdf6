select extract(quarter from "day")::int as "day", extract(quarter from "moment"::date)::int as "moment"
from "shop"."samples";
