select "status", "customer_id", "total", "level"
from (
  select "status", "customer_id", sum("total") as "total", ? as "level", count(*) as "_rows"
  from "orders"
  group by "status", "customer_id"
  union all
  select "status", ? as "customer_id", sum("total") as "total", ? as "level", count(*) as "_rows"
  from "orders"
  group by "status"
  union all
  select ? as "status", "customer_id", sum("total") as "total", ? as "level", count(*) as "_rows"
  from "orders"
  group by "customer_id"
  union all
  select ? as "status", ? as "customer_id", sum("total") as "total", ? as "level", count(*) as "_rows"
  from "orders"
) as "q1"
where "_rows" > ?;
-- 1: 0
-- 2: null
-- 3: 1
-- 4: null
-- 5: 2
-- 6: null
-- 7: null
-- 8: 3
-- 9: 0
