select extract(isoyear from "day")::int as "day", extract(isoyear from "moment"::date)::int as "moment"
from "shop"."samples";
