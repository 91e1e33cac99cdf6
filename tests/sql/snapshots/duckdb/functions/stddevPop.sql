select stddev_pop("number"::double) as "number", stddev_pop("ratio") as "ratio", stddev_pop("price"::double) as "price"
from "shop"."samples";
