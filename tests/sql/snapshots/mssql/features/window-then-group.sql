select [first], count_big(*) as [count]
from (
  select cast(case when row_number() over (partition by cast([status] as varbinary(max)) order by [id]) = @p0 then 1 else 0 end as bit) as [first]
  from [orders]
) as [q1]
group by [first];
-- 1: 1
