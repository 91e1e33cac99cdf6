select atan(cast("number" as real)) as "number", atan("ratio") as "ratio", atan(cast("price" as real)) as "price"
from "shop"."samples";
