select exp("number"::double) as "number", exp("ratio") as "ratio", exp("price"::double) as "price"
from "shop"."samples";
