select millrace_percentile_disc("number", 2) as "number", millrace_percentile_disc("ratio", 2) as "ratio", millrace_percentile_disc("price", 2) as "price"
from "shop"."samples";
