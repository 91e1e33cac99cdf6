select atan2("number"::double + 0, $1::double + 0) as "number", atan2("ratio" + 0, $2::double + 0) as "ratio", atan2("price"::double + 0, $3::double + 0) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
