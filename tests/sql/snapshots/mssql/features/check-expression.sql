select [id], [customer_id], [status], [total], [placed]
from [orders]
where not ([total] >= @p0);
-- 1: 0
