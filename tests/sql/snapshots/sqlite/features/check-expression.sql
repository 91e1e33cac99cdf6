select "id", "customer_id", "status", "total", "placed"
from "orders"
where not ("total" >= ?);
-- 1: 0
