select stddev_samp("number"::double precision) as "number", stddev_samp("ratio") as "ratio", stddev_samp("price"::double precision) as "price"
from "shop"."samples";
