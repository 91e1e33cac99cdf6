select "customer_id", sum(case when "status" = $1 then "total" end) as "paid_total", sum(case when "status" = $2 then "total" end) as "open_total"
from "orders"
group by "customer_id";
-- 1: "paid"
-- 2: "open"
