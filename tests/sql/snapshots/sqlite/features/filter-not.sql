select "id"
from "orders"
where not ("total" > ? or "status" = ?);
-- 1: 1
-- 2: "paid"
