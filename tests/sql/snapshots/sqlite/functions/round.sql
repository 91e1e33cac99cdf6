select millrace_round("number", ?) as "number", millrace_round("ratio", ?) as "ratio", millrace_round("price", ?) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
