select [id]
from [orders]
where [id] > @p0;
-- 1: 10
