select extract(doy from "day")::int as "day", extract(doy from "moment"::date)::int as "moment"
from "shop"."samples";
