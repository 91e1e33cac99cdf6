select make_timestamp("number"::int, $1::bigint::int, $2::bigint::int, case when $3::bigint > 23 then -1 else $4::bigint::int end, $5::bigint::int, $6::numeric(16,6)::double precision) as "number"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "2"
-- 5: "2"
-- 6: "2.000000"
