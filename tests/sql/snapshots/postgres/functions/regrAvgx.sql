select regr_avgx("number"::double precision, "number"::double precision) as "number", regr_avgx("ratio", "number"::double precision) as "ratio", regr_avgx("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
