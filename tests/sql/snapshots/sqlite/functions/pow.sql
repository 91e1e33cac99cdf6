select millrace_pow(cast("number" as real), ?) as "number", millrace_pow("ratio", ?) as "ratio", millrace_pow(cast("price" as real), ?) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
