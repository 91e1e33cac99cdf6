select covar_pop("number"::double, "number"::double) as "number", covar_pop("ratio", "number"::double) as "ratio", covar_pop("price"::double, "number"::double) as "price"
from "shop"."samples";
