select stddev_pop("number"::double precision) as "number", stddev_pop("ratio") as "ratio", stddev_pop("price"::double precision) as "price"
from "shop"."samples";
