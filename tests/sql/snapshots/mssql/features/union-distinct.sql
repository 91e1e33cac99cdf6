select [name]
from (
  select [name]
  from [customers]
  union all
  select [city] as [name]
  from [customers]
) as [q1]
group by [name], cast([name] as varbinary(max));
