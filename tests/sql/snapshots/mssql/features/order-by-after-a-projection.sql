select [id] as [nr], [total] * @p0 as [twice]
from [orders]
order by [twice], [id];
-- 1: 2
