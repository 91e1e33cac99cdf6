select [id], [name], [city]
from [customers]
order by (select null)
offset @p0 rows;
-- 1: 10
