select (extract(epoch from "day"::timestamp) * 1000000)::bigint as "day", (extract(epoch from "moment") * 1000000)::bigint as "moment"
from "shop"."samples";
