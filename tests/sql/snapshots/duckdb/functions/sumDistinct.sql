select sum(distinct "number")::bigint as "number", sum(distinct "ratio") as "ratio", sum(distinct "price")::decimal(22,2) as "price"
from "shop"."samples";
