select case when "total" > ? then "status" = ? else ? end as "safe"
from "orders";
-- 1: 100
-- 2: "paid"
-- 3: 0
