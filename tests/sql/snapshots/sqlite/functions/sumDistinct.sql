select sum(distinct "number") as "number", sum(distinct "ratio") as "ratio", round(sum(distinct "price"), 2) as "price"
from "shop"."samples";
