select [id]
from [orders]
where [id] > @p0 and [id] < @p1;
-- 1: 1
-- 2: 9
