select [id], [name], [city]
from [customers]
order by [id]
offset @p0 rows fetch next @p1 rows only;
-- 1: 10
-- 2: 5
