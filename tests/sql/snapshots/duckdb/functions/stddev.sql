select stddev_samp("number"::double) as "number", stddev_samp("ratio") as "ratio", stddev_samp("price"::double) as "price"
from "shop"."samples";
