select "status", "t", "n", "t" / nullif("n", 0) as "mean"
from (
  select "status", sum("total") as "t", count(*) as "n"
  from "orders"
  group by "status"
) as "q1";
