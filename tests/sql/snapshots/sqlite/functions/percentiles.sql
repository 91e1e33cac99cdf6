select millrace_percentile_cont(cast("number" as real), ?) as "number", millrace_percentile_cont("ratio", ?) as "ratio", millrace_percentile_cont(cast("price" as real), ?) as "price"
from "shop"."samples";
-- 1: "[0.5]"
-- 2: "[0.5]"
-- 3: "[0.5]"
