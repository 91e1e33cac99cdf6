select [id], [name], [city]
from (
  select top (@p0) [id], [name], [city]
  from [customers]
  order by [id]
) as [q1]
where [city] is null
order by [id];
-- 1: 10
