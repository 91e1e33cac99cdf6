select "id"
from "orders"
where "customer_id" is "id" and "status" is ?;
-- 1: null
