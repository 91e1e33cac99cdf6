select millrace_ceil("number") as "number alone", millrace_ceil(millrace_to_decimal("number", 20, 0, 0), ?) as "number", millrace_ceil("ratio") as "ratio alone", millrace_ceil(millrace_to_decimal("ratio", 30, 15, 0), ?) as "ratio", millrace_ceil("price") as "price alone", millrace_ceil(millrace_to_decimal("price", 12, 2, 0), ?) as "price"
from "shop"."samples";
-- 1: 1
-- 2: 1
-- 3: 1
