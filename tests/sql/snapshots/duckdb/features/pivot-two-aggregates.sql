select "customer_id", nullif(count(case when "status" = $1 then $2::integer end), $3) as "paid_n", sum(case when "status" = $4 then "total" end) as "paid_total", nullif(count(case when "status" = $5 then $6::integer end), $7) as "open_n", sum(case when "status" = $8 then "total" end) as "open_total"
from "orders"
group by "customer_id";
-- 1: "paid"
-- 2: 1
-- 3: 0
-- 4: "paid"
-- 5: "open"
-- 6: 1
-- 7: 0
-- 8: "open"
