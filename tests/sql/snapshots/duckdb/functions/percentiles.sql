select quantile_cont("number"::double, [0.5::double]) as "number", quantile_cont("ratio", [0.5::double]) as "ratio", quantile_cont("price"::double, [0.5::double]) as "price"
from "shop"."samples";
