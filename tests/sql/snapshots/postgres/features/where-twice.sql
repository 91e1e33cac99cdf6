select "id"
from "orders"
where "id" > $1 and "total" < $2;
-- 1: "1"
-- 2: "5"
