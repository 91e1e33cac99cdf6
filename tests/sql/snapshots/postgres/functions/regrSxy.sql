select regr_sxy("number"::double precision, "number"::double precision) as "number", regr_sxy("ratio", "number"::double precision) as "ratio", regr_sxy("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
