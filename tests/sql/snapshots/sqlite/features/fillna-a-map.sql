select "id", "customer_id", coalesce("status", ?) as "status", coalesce("total", ?) as "total", "placed"
from "orders";
-- 1: "none"
-- 2: 0
