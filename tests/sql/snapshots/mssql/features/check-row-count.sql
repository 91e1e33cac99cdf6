select [n_records]
from (
  select count_big(*) as [n_records]
  from [orders]
) as [q1]
where [n_records] < @p0 or [n_records] > @p1;
-- 1: 1
-- 2: 1000
