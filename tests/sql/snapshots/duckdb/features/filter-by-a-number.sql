select "id"
from "orders"
where "id" > $1;
-- 1: 10
