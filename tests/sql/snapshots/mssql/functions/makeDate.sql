select datefromparts([number], @p0, @p1) as [number]
from [shop].[samples];
-- 1: 2
-- 2: 2
