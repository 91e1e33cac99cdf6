select [price] + cast(@p0 as decimal(1, 0)) as [plus], [price] - [price] as [minus], [price] * [price] as [times], cast(cast([price] as decimal(15, 5)) / nullif(cast(@p1 as decimal(1, 0)), 0) as decimal(16, 6)) as [div], [price] % nullif(cast(@p2 as decimal(1, 0)), 0) as [mod]
from [shop].[samples];
-- 1: "1"
-- 2: "3"
-- 3: "2"
