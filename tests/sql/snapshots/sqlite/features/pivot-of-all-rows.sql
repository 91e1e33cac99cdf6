select nullif(count(case when "status" = ? then ? end), ?) as "paid_n", nullif(count(case when "status" is null then ? end), ?) as "null_n"
from "orders";
-- 1: "paid"
-- 2: 1
-- 3: 0
-- 4: 1
-- 5: 0
