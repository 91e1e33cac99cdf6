select floor(extract(epoch from "day"::timestamp))::bigint as "day", floor(extract(epoch from "moment"))::bigint as "moment"
from "shop"."samples";
