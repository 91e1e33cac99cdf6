select var_samp("number"::double) as "number", var_samp("ratio") as "ratio", var_samp("price"::double) as "price"
from "shop"."samples";
