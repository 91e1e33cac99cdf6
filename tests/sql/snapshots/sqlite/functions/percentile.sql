select millrace_percentile_cont(cast("number" as real), 2) as "number", millrace_percentile_cont("ratio", 2) as "ratio", millrace_percentile_cont(cast("price" as real), 2) as "price"
from "shop"."samples";
