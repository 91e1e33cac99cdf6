select millrace_percentile_disc("number", 0.5) as "number", millrace_percentile_disc("ratio", 0.5) as "ratio", millrace_percentile_disc("price", 0.5) as "price"
from "shop"."samples";
