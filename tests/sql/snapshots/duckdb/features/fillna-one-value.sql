select "id", coalesce("customer_id", $1) as "customer_id", "status", coalesce(nullif("total", 'NaN'::double), $2) as "total", "placed"
from "orders";
-- 1: 0
-- 2: 0
