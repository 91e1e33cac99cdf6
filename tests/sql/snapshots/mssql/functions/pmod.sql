-- ratio: the remainder of doubles is not supported on SQL Server
select case when ([number] % nullif(@p0, 0)) < 0 then (([number] % nullif(@p1, 0)) + @p2) % nullif(@p3, 0) else [number] % nullif(@p4, 0) end as [number], case when ([price] % nullif(cast(@p5 as decimal(12, 2)), 0)) < 0 then (([price] % nullif(cast(@p6 as decimal(12, 2)), 0)) + cast(@p7 as decimal(12, 2))) % nullif(cast(@p8 as decimal(12, 2)), 0) else [price] % nullif(cast(@p9 as decimal(12, 2)), 0) end as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: "2.00"
-- 7: "2.00"
-- 8: "2.00"
-- 9: "2.00"
-- 10: "2.00"
