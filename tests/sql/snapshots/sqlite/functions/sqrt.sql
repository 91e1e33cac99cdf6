select sqrt(cast("number" as real)) as "number", sqrt("ratio") as "ratio", sqrt(cast("price" as real)) as "price"
from "shop"."samples";
