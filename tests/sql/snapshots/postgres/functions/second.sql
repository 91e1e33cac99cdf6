select floor(extract(second from "day"::timestamp))::int as "day", floor(extract(second from "moment"))::int as "moment"
from "shop"."samples";
