select "id", "total"
from "orders"
order by "total" * $1::bigint nulls first;
-- 1: -1
