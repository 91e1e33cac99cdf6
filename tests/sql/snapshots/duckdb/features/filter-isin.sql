select "id"
from "orders"
where "status" in ($1, $2);
-- 1: "paid"
-- 2: "open"
