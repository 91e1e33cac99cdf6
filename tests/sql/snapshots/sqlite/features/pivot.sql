select "customer_id", sum(case when "status" = ? then "total" end) as "paid_total", sum(case when "status" = ? then "total" end) as "open_total"
from "orders"
group by "customer_id";
-- 1: "paid"
-- 2: "open"
