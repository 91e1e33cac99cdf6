select var_samp("number"::double precision) as "number", var_samp("ratio") as "ratio", var_samp("price"::double precision) as "price"
from "shop"."samples";
