select degrees(cast("number" as real)) as "number", degrees("ratio") as "ratio", degrees(cast("price" as real)) as "price"
from "shop"."samples";
