select cast("number" as real) / nullif(?, 0) as "number", cast("ratio" as real) / nullif(?, 0) as "ratio", round(cast("price" as real) / nullif(?, 0), 6) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
