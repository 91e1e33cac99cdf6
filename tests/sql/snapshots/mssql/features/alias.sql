select [id], [name], [city]
from [customers]
where [id] > @p0;
-- 1: 1
