select "id", "twice"
from (
  select "id", "total" * $1::bigint as "twice"
  from "orders"
) as "q1"
where "twice" > $2;
-- 1: "2"
-- 2: "1"
