select "id", "status", "n", sum("n") over (partition by "status") as "m"
from (
  select "id", "status", row_number() over (order by "id") as "n"
  from "orders"
) as "q1";
