select "id", "total"
from "orders"
where "total" > $1 and ("id" < $2 or "total" is null);
-- 1: 1
-- 2: 9
