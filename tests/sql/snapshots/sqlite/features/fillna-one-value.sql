select "id", coalesce("customer_id", ?) as "customer_id", "status", coalesce("total", ?) as "total", "placed"
from "orders";
-- 1: 0
-- 2: 0
