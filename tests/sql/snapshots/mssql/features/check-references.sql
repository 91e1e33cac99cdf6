select [orders].[customer_id] as [from_field]
from [orders]
where [orders].[customer_id] is not null and not exists (
  select 1
  from [customers]
  where [orders].[customer_id] = [customers].[id]
);
