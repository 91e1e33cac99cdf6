select nullif(count(case when "status" = $1 then $2::integer end), $3) as "paid_n", nullif(count(case when "status" is null then $4::integer end), $5) as "null_n"
from "orders";
-- 1: "paid"
-- 2: "1"
-- 3: "0"
-- 4: "1"
-- 5: "0"
