select cast([number] as float) / nullif(@p0, 0) as [number], [ratio] / nullif(@p1, 0) as [ratio], cast(cast([price] as decimal(15, 5)) / nullif(cast(@p2 as decimal(1, 0)), 0) as decimal(16, 6)) as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: "2"
