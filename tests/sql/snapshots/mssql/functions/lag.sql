select lag([text], @p0, @p1) over (order by [id]) as [text], lag([number], @p2, @p3) over (order by [id]) as [number]
from [shop].[samples];
-- 1: 2
-- 2: "a"
-- 3: 2
-- 4: 2
