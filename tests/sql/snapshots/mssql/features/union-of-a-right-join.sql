select [name]
from (
  select [customers].[name]
  from [orders]
  right join [customers] on [orders].[customer_id] = [customers].[id]
) as [q1]
union all
select [name]
from [customers];
