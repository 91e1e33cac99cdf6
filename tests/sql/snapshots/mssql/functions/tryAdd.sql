select case when (cast([number] as decimal(19, 0)) + cast(@p0 as decimal(19, 0))) between -9223372036854775808 and 9223372036854775807 then [number] + @p1 end as [number], [ratio] + @p2 as [ratio], [price] + cast(@p3 as decimal(1, 0)) as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: "2"
