select [status], [t], [n], [t] / nullif([n], 0) as [mean]
from (
  select [status], sum([total]) as [t], count_big(*) as [n]
  from [orders]
  group by [status], cast([status] as varbinary(max))
) as [q1];
