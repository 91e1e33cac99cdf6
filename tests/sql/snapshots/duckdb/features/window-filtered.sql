select "id", "status", "n"
from (
  select "id", "status", row_number() over (partition by "status" order by "id") as "n"
  from "orders"
) as "q1"
where "n" <= $1;
-- 1: 3
