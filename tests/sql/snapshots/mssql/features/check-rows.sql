select top (@p0) [id], [customer_id], [status], [total], [placed]
from [orders]
where [total] < @p1;
-- 1: 10
-- 2: 0
