select case when ($1::bigint) = -1 then "number" - "number" else case when ("number" % nullif($2::bigint, 0)) < 0 then (("number" % nullif($3::bigint, 0)) + ($4::bigint)) % nullif($5::bigint, 0) else "number" % nullif($6::bigint, 0) end end as "number", case when ("ratio" % nullif($7::double, 0)) < 0 then (("ratio" % nullif($8::double, 0)) + ($9::double)) % nullif($10::double, 0) else "ratio" % nullif($11::double, 0) end as "ratio", case when (mod("price", nullif($12::decimal(12,2), 0))::decimal(12,2)) < 0 then mod((mod("price", nullif($13::decimal(12,2), 0))::decimal(12,2)) + ($14::decimal(12,2)), nullif($15::decimal(12,2), 0))::decimal(12,2) else mod("price", nullif($16::decimal(12,2), 0))::decimal(12,2) end as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: 2
-- 8: 2
-- 9: 2
-- 10: 2
-- 11: 2
-- 12: "2.00"
-- 13: "2.00"
-- 14: "2.00"
-- 15: "2.00"
-- 16: "2.00"
