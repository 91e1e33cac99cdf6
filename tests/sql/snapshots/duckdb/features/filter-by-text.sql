select "id", "status"
from "orders"
where "status" = $1;
-- 1: "paid"
