select "id", "customer_id", "status", "total", "placed"
from "orders"
where "total" < ?
limit ?;
-- 1: 0
-- 2: 10
