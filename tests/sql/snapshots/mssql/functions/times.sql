select [number] * @p0 as [number], [ratio] * @p1 as [ratio], [price] * cast(@p2 as decimal(1, 0)) as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: "2"
