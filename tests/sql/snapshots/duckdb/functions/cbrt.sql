select cbrt("number"::double) as "number", cbrt("ratio") as "ratio", cbrt("price"::double) as "price"
from "shop"."samples";
