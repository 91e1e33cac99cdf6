select "first", count(*) as "count"
from (
  select row_number() over (partition by "status" order by "id") = ? as "first"
  from "orders"
) as "q1"
group by "first";
-- 1: 1
