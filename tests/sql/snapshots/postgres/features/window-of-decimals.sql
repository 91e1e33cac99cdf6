select sum("price") over (order by "id")::numeric(22, 2) as "total", avg("price") over (order by "id")::numeric(16, 6) as "mean"
from "shop"."samples";
