select extract(isodow from "day")::int - 1 as "day", extract(isodow from "moment"::date)::int - 1 as "moment"
from "shop"."samples";
