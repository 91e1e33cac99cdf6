select "id"
from "orders"
where "id" in ($1, $2, $3);
-- 1: 1
-- 2: 2
-- 3: 3
