select asin(cast("number" as real)) as "number", asin("ratio") as "ratio", asin(cast("price" as real)) as "price"
from "shop"."samples";
