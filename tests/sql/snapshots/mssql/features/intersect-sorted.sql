select top (@p0) [id]
from (
  select [id]
  from [orders]
  intersect
  select [customer_id] as [id]
  from [orders]
) as [q1]
order by [id];
-- 1: 2
