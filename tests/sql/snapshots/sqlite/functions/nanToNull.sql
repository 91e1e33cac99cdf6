select cast("number" as real) as "number", "ratio", cast("price" as real) as "price"
from "shop"."samples";
