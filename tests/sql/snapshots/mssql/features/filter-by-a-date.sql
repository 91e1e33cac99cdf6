select [id]
from [orders]
where [placed] >= @p0;
-- 1: "2024-02-29"
