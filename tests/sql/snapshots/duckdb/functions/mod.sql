select "number" % nullif($1::bigint, 0) as "number", "ratio" % nullif($2::bigint, 0) as "ratio", mod("price", nullif($3::decimal(1,0), 0))::decimal(3,2) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: "2"
