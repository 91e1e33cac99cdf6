select atan2(cast("number" as real) + 0, ? + 0) as "number", atan2("ratio" + 0, ? + 0) as "ratio", atan2(cast("price" as real) + 0, ? + 0) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
