select [id], [name], @p0 as [city]
from [customers]
union all
select [id], @p1 as [name], [city]
from [customers];
-- 1: null
-- 2: null
