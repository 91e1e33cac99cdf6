select log2(cast("number" as real)) as "number", log2("ratio") as "ratio", log2(cast("price" as real)) as "price"
from "shop"."samples";
