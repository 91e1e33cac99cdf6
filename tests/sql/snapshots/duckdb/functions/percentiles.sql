select quantile_cont("number"::double, [2::double]) as "number", quantile_cont("ratio", [2::double]) as "ratio", quantile_cont("price"::double, [2::double]) as "price"
from "shop"."samples";
