select "id", "twice"
from (
  select id, total * 2 as twice
  from (
    select "id", "customer_id", "status", "total", "placed"
    from "orders"
    where "total" > $1
  ) as "frame"
) as "q1"
where "twice" < $2;
-- 1: 1
-- 2: 9
