select radians(cast("number" as real)) as "number", radians("ratio") as "ratio", radians(cast("price" as real)) as "price"
from "shop"."samples";
