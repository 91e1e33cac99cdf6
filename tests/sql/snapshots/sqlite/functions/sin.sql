select sin(cast("number" as real)) as "number", sin("ratio") as "ratio", sin(cast("price" as real)) as "price"
from "shop"."samples";
