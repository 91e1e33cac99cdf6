select "price" + $1::numeric(1,0) as "plus", "price" - "price" as "minus", "price" * "price" as "times", (round("price"::numeric, 6) / nullif($2::numeric(1,0), 0))::numeric(16, 6) as "div", mod("price", nullif($3::numeric(1,0), 0)) as "mod"
from "shop"."samples";
-- 1: "1"
-- 2: "3"
-- 3: "2"
