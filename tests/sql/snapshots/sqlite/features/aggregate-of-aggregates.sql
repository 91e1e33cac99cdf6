select max("t") as "best"
from (
  select sum("total") as "t"
  from "orders"
  group by "status"
) as "q1";
