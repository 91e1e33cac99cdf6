select "t"
from (
  select sum("total") as "t"
  from "orders"
) as "q1"
where "t" > $1;
-- 1: 1
