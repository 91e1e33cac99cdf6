select extract(second from "day"::timestamp)::numeric(8,6) as "day", extract(second from "moment")::numeric(8,6) as "moment"
from "shop"."samples";
