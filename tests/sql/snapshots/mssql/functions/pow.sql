select power(cast([number] as float), @p0) as [number], power([ratio], @p1) as [ratio], power(cast([price] as float), @p2) as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
