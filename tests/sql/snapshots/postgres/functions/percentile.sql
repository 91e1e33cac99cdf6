select percentile_cont(0.5) within group (order by "number"::double precision) as "number", percentile_cont(0.5) within group (order by "ratio") as "ratio", percentile_cont(0.5) within group (order by "price"::double precision) as "price"
from "shop"."samples";
