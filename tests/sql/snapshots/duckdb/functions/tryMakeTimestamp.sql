select case when "number" between 1 and 9999 and $1::bigint between 1 and 12 and $2::bigint between 1 and case when $3::bigint = 2 then case when "number" % 4 = 0 and ("number" % 100 <> 0 or "number" % 400 = 0) then 29 else 28 end when $4::bigint in (4, 6, 9, 11) then 30 else 31 end and $5::bigint between 0 and 23 and $6::bigint between 0 and 59 and $7::decimal(16,6) between 0 and 60 then make_timestamp("number", $8::bigint, $9::bigint, $10::bigint, case when $11::bigint > 23 or $12::decimal(16,6) not between 0 and 60 then -1 else $13::bigint end, 0) + to_microseconds(($14::decimal(16,6) * 1000000)::bigint) end as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: "2.000000"
-- 8: 2
-- 9: 2
-- 10: 2
-- 11: 2
-- 12: "2.000000"
-- 13: 2
-- 14: "2.000000"
