select [id], [total]
from [orders]
order by [total] * @p0;
-- 1: -1
