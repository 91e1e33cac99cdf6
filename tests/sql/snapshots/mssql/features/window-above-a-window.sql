select [id], [status], [n], sum(cast([n] as bigint)) over (partition by cast([status] as varbinary(max))) as [m]
from (
  select [id], [status], row_number() over (order by [id]) as [n]
  from [orders]
) as [q1];
