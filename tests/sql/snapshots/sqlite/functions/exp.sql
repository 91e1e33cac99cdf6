select exp(cast("number" as real)) as "number", exp("ratio") as "ratio", exp(cast("price" as real)) as "price"
from "shop"."samples";
