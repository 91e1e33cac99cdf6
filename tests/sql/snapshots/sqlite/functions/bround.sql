select millrace_bround("number", ?) as "number", millrace_bround("ratio", ?) as "ratio", millrace_bround("price", ?) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
