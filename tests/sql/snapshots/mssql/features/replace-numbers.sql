select [id], [customer_id], [status], case when [total] = @p0 then @p1 else [total] end as [total], [placed]
from [orders];
-- 1: 1
-- 2: 2
