select millrace_percentile_cont(cast("number" as real), 0.5) as "number", millrace_percentile_cont("ratio", 0.5) as "ratio", millrace_percentile_cont(cast("price" as real), 0.5) as "price"
from "shop"."samples";
