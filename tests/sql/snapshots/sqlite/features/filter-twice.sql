select "id"
from "orders"
where "id" > ? and "id" < ?;
-- 1: 1
-- 2: 9
