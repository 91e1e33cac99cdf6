select "id"
from "orders"
where "status" in (?, ?);
-- 1: "paid"
-- 2: "open"
