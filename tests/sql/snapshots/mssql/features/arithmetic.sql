select [number] + @p0 as [plus], [number] - [small] as [minus], ([number] * @p1 + @p2) * @p3 as [nested], cast([number] as float) / nullif(@p4, 0) as [div], [number] % nullif(@p5, 0) as [mod], [ratio] / nullif([number], 0) as [ratio]
from [shop].[samples];
-- 1: 1
-- 2: 2
-- 3: 1
-- 4: 3
-- 5: 2
-- 6: 3
