select sum("price") over (order by "id")::decimal(22,2) as "total", (((sum("price") over (order by "id") * 100)::hugeint * 100000 // nullif(count("price") over (order by "id")::hugeint, 0))::decimal(38,0) * 0.0000001)::decimal(16,6) as "mean"
from "shop"."samples";
