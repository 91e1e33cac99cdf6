select [id], [name], [city]
from (
  select top (@p0) [id], [name], [city]
  from [customers]
) as [q1]
order by (select null)
offset @p1 rows;
-- 1: 10
-- 2: 5
