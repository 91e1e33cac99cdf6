select "id", "customer_id", "status", "total", "placed"
from "orders"
where "total" < $1
limit $2;
-- 1: 0
-- 2: 10
