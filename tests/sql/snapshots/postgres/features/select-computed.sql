select "id", "total" * $1::bigint as "twice"
from "orders";
-- 1: "2"
