select "id"
from (
  select "id"
  from "orders"
  intersect
  select "customer_id" as "id"
  from "orders"
) as "q1"
order by "id"
limit $1;
-- 1: 2
