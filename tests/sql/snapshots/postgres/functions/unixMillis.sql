select floor(extract(epoch from "day"::timestamp) * 1000)::bigint as "day", floor(extract(epoch from "moment") * 1000)::bigint as "moment"
from "shop"."samples";
