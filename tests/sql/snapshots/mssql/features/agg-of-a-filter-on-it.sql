select [t]
from (
  select sum([total]) as [t]
  from [orders]
) as [q1]
where [t] > @p0;
-- 1: 1
