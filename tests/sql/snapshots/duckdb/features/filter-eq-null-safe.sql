select "id"
from "orders"
where "customer_id" is not distinct from "id" and "status" is not distinct from $1;
-- 1: null
