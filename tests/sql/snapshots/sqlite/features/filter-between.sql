select "id"
from "orders"
where "total" between ? and ? and "status" between ? and ?;
-- 1: 1
-- 2: 9
-- 3: "a"
-- 4: "m"
