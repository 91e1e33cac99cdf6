select distinct "total"
from "orders"
offset $1;
-- 1: 2
