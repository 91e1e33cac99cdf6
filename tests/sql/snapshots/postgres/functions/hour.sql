select extract(hour from "day"::timestamp)::int as "day", extract(hour from "moment")::int as "moment"
from "shop"."samples";
