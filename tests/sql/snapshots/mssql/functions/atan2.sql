select case when cast([number] as float) = 0 and @p0 = 0 then 0e0 else atn2(cast([number] as float), @p1) end as [number], case when [ratio] = 0 and @p2 = 0 then 0e0 else atn2([ratio], @p3) end as [ratio], case when cast([price] as float) = 0 and @p4 = 0 then 0e0 else atn2(cast([price] as float), @p5) end as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
