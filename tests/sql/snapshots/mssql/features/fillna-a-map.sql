select [id], [customer_id], coalesce([status], @p0) as [status], coalesce([total], @p1) as [total], [placed]
from [orders];
-- 1: "none"
-- 2: 0
