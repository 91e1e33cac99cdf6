select "id"
from "orders"
where "id" > ? and "total" < ?;
-- 1: 1
-- 2: 5
