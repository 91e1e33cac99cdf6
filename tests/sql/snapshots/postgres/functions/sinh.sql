select sinh("number"::double precision) as "number", sinh("ratio") as "ratio", sinh("price"::double precision) as "price"
from "shop"."samples";
