select var_pop("number"::double precision) as "number", var_pop("ratio") as "ratio", var_pop("price"::double precision) as "price"
from "shop"."samples";
