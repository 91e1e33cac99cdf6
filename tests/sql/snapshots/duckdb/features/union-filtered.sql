select "id"
from (
  select "id"
  from "orders"
  union all
  select "customer_id" as "id"
  from "orders"
) as "q1"
where "id" > $1;
-- 1: 1
