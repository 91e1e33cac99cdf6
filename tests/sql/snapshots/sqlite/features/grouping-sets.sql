select "status", "customer_id", "total", "all"
from (
  select "status", ? as "customer_id", sum("total") as "total", ? as "all", count(*) as "_rows"
  from "orders"
  group by "status"
  union all
  select ? as "status", ? as "customer_id", sum("total") as "total", ? as "all", count(*) as "_rows"
  from "orders"
) as "q1"
where "_rows" > ?;
-- 1: null
-- 2: 0
-- 3: null
-- 4: null
-- 5: 1
-- 6: 0
