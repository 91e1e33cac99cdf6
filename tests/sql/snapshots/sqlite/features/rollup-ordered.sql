select "customer_id", "count"
from (
  select "customer_id", count(*) as "count", count(*) as "_rows"
  from "orders"
  group by "customer_id"
  union all
  select ? as "customer_id", count(*) as "count", count(*) as "_rows"
  from "orders"
) as "q1"
where "_rows" > ?
order by "customer_id";
-- 1: null
-- 2: 0
