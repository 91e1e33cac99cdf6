select [word], count_big(*) as [count]
from (
  select coalesce([status], @p0) as [word]
  from [orders]
) as [q1]
group by [word], cast([word] as varbinary(max));
-- 1: "?"
