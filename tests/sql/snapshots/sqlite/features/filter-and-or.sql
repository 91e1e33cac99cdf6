select "id", "total"
from "orders"
where "total" > ? and ("id" < ? or "total" is null);
-- 1: 1
-- 2: 9
