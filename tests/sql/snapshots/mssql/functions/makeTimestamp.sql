select dateadd(microsecond, cast(cast(@p0 as decimal(16, 6)) * 1000000 as int), datetime2fromparts([number], @p1, @p2, @p3, case when cast(@p4 as decimal(16, 6)) not between 0 and 60 then -1 else @p5 end, 0, 0, 6)) as [number]
from [shop].[samples];
-- 1: "2.000000"
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: "2.000000"
-- 6: 2
