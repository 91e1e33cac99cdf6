select "id" as "nr", "total" * $1::bigint as "twice"
from "orders"
order by "twice" nulls first, "id";
-- 1: 2
