select "number" / nullif($1::bigint, 0) as "number", "ratio" / nullif($2::bigint, 0) as "ratio", ((("price" * 100)::bigint * 100000 // nullif($3::decimal(1,0)::bigint, 0))::decimal(38,0) * 0.0000001)::decimal(16,6) as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: "2"
