select [id]
from [orders]
where [id] > @p0 and [total] < @p1;
-- 1: 1
-- 2: 5
