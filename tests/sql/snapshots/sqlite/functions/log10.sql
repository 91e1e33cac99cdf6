select log10(cast("number" as real)) as "number", log10("ratio") as "ratio", log10(cast("price" as real)) as "price"
from "shop"."samples";
