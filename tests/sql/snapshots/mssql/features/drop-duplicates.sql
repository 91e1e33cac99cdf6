select [id], [name], [city]
from (
  select [id], [name], [city], row_number() over (partition by cast([city] as varbinary(max)) order by (select null)) as [_row_number]
  from [customers]
) as [q1]
where [_row_number] = @p0;
-- 1: 1
