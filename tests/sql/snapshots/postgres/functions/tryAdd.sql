select case when ("number"::numeric + $1::bigint::numeric) between -9223372036854775808 and 9223372036854775807 then "number" + $2::bigint end as "number", "ratio" + $3::bigint as "ratio", "price" + $4::numeric(1,0) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "2"
