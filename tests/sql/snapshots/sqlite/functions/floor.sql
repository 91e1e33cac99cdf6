select millrace_floor("number") as "number alone", millrace_floor(millrace_to_decimal("number", 20, 0, 0), ?) as "number", millrace_floor("ratio") as "ratio alone", millrace_floor(millrace_to_decimal("ratio", 30, 15, 0), ?) as "ratio", millrace_floor("price") as "price alone", millrace_floor(millrace_to_decimal("price", 12, 2, 0), ?) as "price"
from "shop"."samples";
-- 1: 1
-- 2: 1
-- 3: 1
