select "id", "total"
from (
  select "id", "total", avg("total") over () as "_window_1"
  from "orders"
) as "q1"
where "total" > "_window_1";
