select covar_samp("number"::double, "number"::double) as "number", covar_samp("ratio", "number"::double) as "ratio", covar_samp("price"::double, "number"::double) as "price"
from "shop"."samples";
