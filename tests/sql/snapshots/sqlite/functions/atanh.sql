select atanh(cast("number" as real)) as "number", atanh("ratio") as "ratio", atanh(cast("price" as real)) as "price"
from "shop"."samples";
