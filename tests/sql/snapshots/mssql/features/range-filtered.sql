select [id]
from (
  select value as id
  from generate_series(cast(@p0 as bigint), cast(@p1 as bigint), cast(@p2 as bigint))
) as [q1]
where [id] > @p3;
-- 1: 0
-- 2: 4
-- 3: 1
-- 4: 2
