select "status", "t", rank() over (order by "t" desc nulls last) as "place"
from (
  select "status", sum("total") as "t"
  from "orders"
  group by "status"
) as "q1";
