select "number" - $1 as "number", "ratio" - $2::bigint as "ratio", "price" - $3::numeric(1,0) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
