select cos(cast("number" as real)) as "number", cos("ratio") as "ratio", cos(cast("price" as real)) as "price"
from "shop"."samples";
