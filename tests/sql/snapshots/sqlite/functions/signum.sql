select cast(sign(cast("number" as real)) as real) as "number", cast(sign("ratio") as real) as "ratio", cast(sign(cast("price" as real)) as real) as "price"
from "shop"."samples";
