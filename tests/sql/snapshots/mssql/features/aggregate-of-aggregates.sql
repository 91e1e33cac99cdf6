select max([t]) as [best]
from (
  select sum([total]) as [t]
  from [orders]
  group by [status], cast([status] as varbinary(max))
) as [q1];
