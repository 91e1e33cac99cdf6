select "number" % nullif(?, 0) as "number", mod("ratio", nullif(?, 0)) as "ratio", millrace_decimal_mod("price", ?, 2) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
