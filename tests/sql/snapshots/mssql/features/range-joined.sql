select [q1].[id], [orders].[total]
from (
  select value as id
  from generate_series(cast(@p0 as bigint), cast(@p1 as bigint), cast(@p2 as bigint))
) as [q1]
left join [orders] on [q1].[id] = [orders].[id];
-- 1: 0
-- 2: 4
-- 3: 1
