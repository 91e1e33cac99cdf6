select percentile_disc(0.5) within group (order by "number") as "number", percentile_disc(0.5) within group (order by "ratio") as "ratio", percentile_disc(0.5) within group (order by "price") as "price"
from "shop"."samples";
