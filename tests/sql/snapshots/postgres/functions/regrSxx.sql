select regr_sxx("number"::double precision, "number"::double precision) as "number", regr_sxx("ratio", "number"::double precision) as "ratio", regr_sxx("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
