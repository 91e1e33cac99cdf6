select try_cast(sum("number") as bigint) as "number", sum("ratio") as "ratio", try_cast(sum("price") as decimal(22,2)) as "price"
from "shop"."samples";
