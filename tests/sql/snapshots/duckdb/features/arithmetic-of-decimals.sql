select "price" + $1::decimal(1,0) as "plus", "price" - "price" as "minus", "price"::decimal(19,2) * "price" as "times", ((("price" * 100)::bigint * 100000 // nullif($2::decimal(1,0)::bigint, 0))::decimal(38,0) * 0.0000001)::decimal(16,6) as "div", mod("price", nullif($3::decimal(1,0), 0))::decimal(3,2) as "mod"
from "shop"."samples";
-- 1: "1"
-- 2: "3"
-- 3: "2"
