select extract(dow from "day")::int + 1 as "day", extract(dow from "moment"::date)::int + 1 as "moment"
from "shop"."samples";
