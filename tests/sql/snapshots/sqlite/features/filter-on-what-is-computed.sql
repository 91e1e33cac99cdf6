select "id", "twice"
from (
  select "id", "total" * ? as "twice"
  from "orders"
) as "q1"
where "twice" > ?;
-- 1: 2
-- 2: 1
