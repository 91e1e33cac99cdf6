select "id"
from "orders"
where not ("total" > $1 or "status" = $2);
-- 1: "1"
-- 2: "paid"
