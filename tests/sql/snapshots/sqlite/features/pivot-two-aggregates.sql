select "customer_id", nullif(count(case when "status" = ? then ? end), ?) as "paid_n", sum(case when "status" = ? then "total" end) as "paid_total", nullif(count(case when "status" = ? then ? end), ?) as "open_n", sum(case when "status" = ? then "total" end) as "open_total"
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
