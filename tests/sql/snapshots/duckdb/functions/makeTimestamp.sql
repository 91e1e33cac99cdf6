select make_timestamp("number", $1::bigint, $2::bigint, $3::bigint, case when $4::bigint > 23 or $5::decimal(16,6) not between 0 and 60 then -1 else $6::bigint end, 0) + to_microseconds(($7::decimal(16,6) * 1000000)::bigint) as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: "2.000000"
-- 6: 2
-- 7: "2.000000"
