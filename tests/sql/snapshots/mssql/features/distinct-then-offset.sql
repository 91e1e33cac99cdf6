select distinct [total]
from [orders]
order by 1
offset @p0 rows;
-- 1: 2
