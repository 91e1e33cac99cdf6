select make_date(case when "number" not between 1 and 9999 then 0 else "number"::int end, $1::bigint::int, $2::bigint::int) as "number"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
