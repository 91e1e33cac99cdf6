select percentile_cont(array[0.5]::double precision[]) within group (order by "number"::double precision) as "number", percentile_cont(array[0.5]::double precision[]) within group (order by "ratio") as "ratio", percentile_cont(array[0.5]::double precision[]) within group (order by "price"::double precision) as "price"
from "shop"."samples";
