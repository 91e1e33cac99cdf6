select "status", "customer_id", "total"
from (
  select "status", "customer_id", sum("total") as "total", count(*) as "_rows"
  from "orders"
  group by "status", "customer_id"
  union all
  select "status", ? as "customer_id", sum("total") as "total", count(*) as "_rows"
  from "orders"
  group by "status"
  union all
  select ? as "status", ? as "customer_id", sum("total") as "total", count(*) as "_rows"
  from "orders"
) as "q1"
where "_rows" > ?;
-- 1: null
-- 2: null
-- 3: null
-- 4: 0
