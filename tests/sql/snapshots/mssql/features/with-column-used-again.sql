select [id], [total], [twice], [twice] * [twice] as [square]
from (
  select [id], [total], [total] * @p0 as [twice]
  from [orders]
) as [q1];
-- 1: 2
