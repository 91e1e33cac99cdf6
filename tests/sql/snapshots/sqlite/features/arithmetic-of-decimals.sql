select round(("price" + ?) * 100.0) / 100.0 as "plus", round(("price" - "price") * 100.0) / 100.0 as "minus", round("price" * "price", 4) as "times", round(cast("price" as real) / nullif(?, 0), 6) as "div", millrace_decimal_mod("price", ?, 2) as "mod"
from "shop"."samples";
-- 1: 1
-- 2: 3
-- 3: 2
