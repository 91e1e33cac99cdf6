select "id"
from (
  select "id"
  from "orders"
  order by "id"
  limit $1
) as "q1"
union all
select "id"
from "orders";
-- 1: 1
