select degrees("number"::double) as "number", degrees("ratio") as "ratio", degrees("price"::double) as "price"
from "shop"."samples";
