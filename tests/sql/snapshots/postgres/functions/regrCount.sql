select regr_count("number"::double precision, "number"::double precision) as "number", regr_count("ratio", "number"::double precision) as "ratio", regr_count("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
