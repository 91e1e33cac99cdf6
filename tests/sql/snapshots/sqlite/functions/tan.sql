select tan(cast("number" as real)) as "number", tan("ratio") as "ratio", tan(cast("price" as real)) as "price"
from "shop"."samples";
