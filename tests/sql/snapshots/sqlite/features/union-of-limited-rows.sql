select "id"
from (
  select "id"
  from "orders"
  order by "id"
  limit ?
) as "q1"
union all
select "id"
from "orders";
-- 1: 1
