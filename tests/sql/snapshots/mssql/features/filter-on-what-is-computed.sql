select [id], [twice]
from (
  select [id], [total] * @p0 as [twice]
  from [orders]
) as [q1]
where [twice] > @p1;
-- 1: 2
-- 2: 1
