select "id", "status"
from "orders"
where "status" = ?;
-- 1: "paid"
