select "id"
from "orders"
where "total" between $1 and $2 and "status" between $3 and $4;
-- 1: 1
-- 2: 9
-- 3: "a"
-- 4: "m"
