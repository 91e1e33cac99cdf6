select [id], coalesce([customer_id], @p0) as [customer_id], [status], coalesce([total], @p1) as [total], [placed]
from [orders];
-- 1: 0
-- 2: 0
