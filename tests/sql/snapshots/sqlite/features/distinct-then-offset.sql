select distinct "total"
from "orders"
limit ?
offset ?;
-- 1: -1
-- 2: 2
