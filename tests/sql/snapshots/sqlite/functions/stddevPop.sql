select millrace_stddev_pop(cast("number" as real)) as "number", millrace_stddev_pop("ratio") as "ratio", millrace_stddev_pop(cast("price" as real)) as "price"
from "shop"."samples";
