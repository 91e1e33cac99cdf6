select [customers].[id], [customers].[name], [customers].[city]
from [customers]
where not exists (
  select 1
  from (
    select [customer_id], count_big(*) as [count]
    from [orders]
    group by [customer_id]
  ) as [q1]
  where [customers].[id] = [q1].[customer_id] and [q1].[count] > @p0
);
-- 1: 1
