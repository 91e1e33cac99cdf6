select "id"
from "orders"
where "id" > $1 and "id" < $2;
-- 1: "1"
-- 2: "9"
