select cbrt("number"::double precision) as "number", cbrt("ratio") as "ratio", cbrt("price"::double precision) as "price"
from "shop"."samples";
