select sum("number")::bigint as "number", sum("ratio") as "ratio", sum("price")::decimal(22,2) as "price"
from "shop"."samples";
