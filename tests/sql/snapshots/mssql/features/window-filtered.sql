select [id], [status], [n]
from (
  select [id], [status], row_number() over (partition by cast([status] as varbinary(max)) order by [id]) as [n]
  from [orders]
) as [q1]
where [n] <= @p0;
-- 1: 3
