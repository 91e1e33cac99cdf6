select [id]
from (
  select [id], row_number() over (partition by [id] order by (select null)) as [_copy]
  from [orders]
  except
  select [customer_id] as [id], row_number() over (partition by [customer_id] order by (select null)) as [_copy]
  from [orders]
) as [q1];
