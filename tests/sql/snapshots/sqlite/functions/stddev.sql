select millrace_stddev(cast("number" as real)) as "number", millrace_stddev("ratio") as "ratio", millrace_stddev(cast("price" as real)) as "price"
from "shop"."samples";
