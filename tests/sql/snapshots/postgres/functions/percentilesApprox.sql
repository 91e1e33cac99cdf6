select percentile_disc(array[0.5]::double precision[]) within group (order by "number") as "number", percentile_disc(array[0.5]::double precision[]) within group (order by "ratio") as "ratio", percentile_disc(array[0.5]::double precision[]) within group (order by "price") as "price"
from "shop"."samples";
