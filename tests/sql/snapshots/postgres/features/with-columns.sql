select "id", "total" + $1::bigint as "total", "total" as "before"
from "orders";
-- 1: "1"
