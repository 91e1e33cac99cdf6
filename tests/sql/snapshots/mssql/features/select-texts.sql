select [id], [twice]
from (
  select id, total * 2 as twice
  from (
    select [id], [customer_id], [status], [total], [placed]
    from [orders]
    where [total] > @p0
  ) as [frame]
) as [q1]
where [twice] < @p1;
-- 1: 1
-- 2: 9
