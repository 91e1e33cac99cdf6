select "id", "total", "twice", "twice" * "twice" as "square"
from (
  select "id", "total", "total" * $1::bigint as "twice"
  from "orders"
) as "q1";
-- 1: "2"
