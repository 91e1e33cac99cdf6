select millrace_percentile_disc("number", ?) as "number", millrace_percentile_disc("ratio", ?) as "ratio", millrace_percentile_disc("price", ?) as "price"
from "shop"."samples";
-- 1: "[0.5]"
-- 2: "[0.5]"
-- 3: "[0.5]"
