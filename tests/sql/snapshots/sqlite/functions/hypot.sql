select millrace_hypot(cast("number" as real), ?) as "number", millrace_hypot("ratio", ?) as "ratio", millrace_hypot(cast("price" as real), ?) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
