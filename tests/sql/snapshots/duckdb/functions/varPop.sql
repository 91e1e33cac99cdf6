select var_pop("number"::double) as "number", var_pop("ratio") as "ratio", var_pop("price"::double) as "price"
from "shop"."samples";
