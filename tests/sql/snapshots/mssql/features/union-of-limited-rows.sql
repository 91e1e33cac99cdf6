select [id]
from (
  select top (@p0) [id]
  from [orders]
  order by [id]
) as [q1]
union all
select [id]
from [orders];
-- 1: 1
