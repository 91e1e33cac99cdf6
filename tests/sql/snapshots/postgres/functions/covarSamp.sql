select covar_samp("number"::double precision, "number"::double precision) as "number", covar_samp("ratio", "number"::double precision) as "ratio", covar_samp("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
