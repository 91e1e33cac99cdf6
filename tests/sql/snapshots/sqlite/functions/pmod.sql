select case when ("number" % nullif(?, 0)) < 0 then (("number" % nullif(?, 0)) + ?) % nullif(?, 0) else "number" % nullif(?, 0) end as "number", case when mod("ratio", nullif(?, 0)) < 0 then mod(mod("ratio", nullif(?, 0)) + ?, nullif(?, 0)) else mod("ratio", nullif(?, 0)) end as "ratio", case when millrace_decimal_mod("price", ?, 2) < 0 then millrace_decimal_mod(millrace_decimal_mod("price", ?, 2) + ?, ?, 2) else millrace_decimal_mod("price", ?, 2) end as "price"
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
-- 12: 2
-- 13: 2
-- 14: 2
-- 15: 2
