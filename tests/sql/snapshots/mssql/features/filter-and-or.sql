select [id], [total]
from [orders]
where [total] > @p0 and ([id] < @p1 or [total] is null);
-- 1: 1
-- 2: 9
