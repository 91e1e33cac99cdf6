select sinh(cast("number" as real)) as "number", sinh("ratio") as "ratio", sinh(cast("price" as real)) as "price"
from "shop"."samples";
