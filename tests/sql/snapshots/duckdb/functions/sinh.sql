select sinh("number"::double) as "number", sinh("ratio") as "ratio", sinh("price"::double) as "price"
from "shop"."samples";
