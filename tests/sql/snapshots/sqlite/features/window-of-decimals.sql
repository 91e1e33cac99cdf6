select round(sum("price") over (order by "id"), 2) as "total", round(avg("price") over (order by "id"), 6) as "mean"
from "shop"."samples";
