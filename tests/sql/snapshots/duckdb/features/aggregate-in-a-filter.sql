select "status", "t"
from (
  select "status", "t", avg("t") over () as "_window_1"
  from (
    select "status", sum("total") as "t"
    from "orders"
    group by "status"
  ) as "q2"
) as "q1"
where "t" > "_window_1";
