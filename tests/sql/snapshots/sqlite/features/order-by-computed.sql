select "id", "total"
from "orders"
order by "total" * ?;
-- 1: -1
