select ntile(@p0) over (order by [id]) as [2]
from [shop].[samples];
-- 1: 2
