select sum("number")::bigint as "number", sum("ratio") as "ratio", sum("price")::numeric(22, 2) as "price"
from "shop"."samples";
