select covar_pop("number"::double precision, "number"::double precision) as "number", covar_pop("ratio", "number"::double precision) as "ratio", covar_pop("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
