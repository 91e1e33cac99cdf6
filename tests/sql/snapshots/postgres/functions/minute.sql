select extract(minute from "day"::timestamp)::int as "day", extract(minute from "moment")::int as "moment"
from "shop"."samples";
