select "number" & ? as "and", "number" | "small" as "or", millrace_xor("small", ?) as "xor", "number" & ? | ? as "both"
from "shop"."samples";
-- 1: 12
-- 2: 5
-- 3: 12
-- 4: 1
