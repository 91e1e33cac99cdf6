select millrace_percentile("number", ?) as "number", millrace_percentile("ratio", ?) as "ratio", millrace_percentile("price", ?) as "price"
from "shop"."samples";
-- 1: 0.5
-- 2: 0.5
-- 3: 0.5
