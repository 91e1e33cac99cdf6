select top (@p0) [id]
from (
  select [id]
  from [customers]
  union all
  select [id]
  from [orders]
  union all
  select [id]
  from [customers]
) as [q1]
order by [id];
-- 1: 3
