select [id], [total] * @p0 as [twice]
from [orders];
-- 1: 2
