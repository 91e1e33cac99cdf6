select "id", "customer_id", coalesce("status", $1) as "status", coalesce(nullif("total", 'NaN'::double), $2) as "total", "placed"
from "orders";
-- 1: "none"
-- 2: 0
