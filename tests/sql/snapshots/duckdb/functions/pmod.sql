select case when ("number" % nullif($1::bigint, 0)) < 0 then (("number" % nullif($2::bigint, 0)) + $3::bigint) % nullif($4::bigint, 0) else "number" % nullif($5::bigint, 0) end as "number", case when ("ratio" % nullif($6::double, 0)) < 0 then (("ratio" % nullif($7::double, 0)) + $8::double) % nullif($9::double, 0) else "ratio" % nullif($10::double, 0) end as "ratio", case when mod("price", nullif($11::decimal(12,2), 0))::decimal(12,2) < 0 then mod(mod("price", nullif($12::decimal(12,2), 0))::decimal(12,2) + $13::decimal(12,2), nullif($14::decimal(12,2), 0))::decimal(12,2) else mod("price", nullif($15::decimal(12,2), 0))::decimal(12,2) end as "price"
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
-- 11: "2.00"
-- 12: "2.00"
-- 13: "2.00"
-- 14: "2.00"
-- 15: "2.00"
