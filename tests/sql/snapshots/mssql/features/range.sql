select [id]
from (
  select value as id
  from generate_series(cast(@p0 as bigint), cast(@p1 as bigint), cast(@p2 as bigint))
) as [q1];
-- 1: 1
-- 2: 7
-- 3: 3
