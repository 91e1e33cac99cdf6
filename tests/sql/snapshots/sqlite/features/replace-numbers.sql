select "id", "customer_id", "status", case when "total" = ? then ? else "total" end as "total", "placed"
from "orders";
-- 1: 1
-- 2: 2
