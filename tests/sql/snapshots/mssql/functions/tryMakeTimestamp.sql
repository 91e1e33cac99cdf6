select case when [number] between 1 and 9999 and @p0 between 1 and 12 and @p1 between 1 and case when @p2 = 2 then case when [number] % 4 = 0 and ([number] % 100 <> 0 or [number] % 400 = 0) then 29 else 28 end when @p3 in (4, 6, 9, 11) then 30 else 31 end and @p4 between 0 and 23 and @p5 between 0 and 59 and cast(@p6 as decimal(16, 6)) between 0 and 60 then dateadd(microsecond, cast(cast(@p7 as decimal(16, 6)) * 1000000 as int), datetime2fromparts([number], @p8, @p9, @p10, case when cast(@p11 as decimal(16, 6)) not between 0 and 60 then -1 else @p12 end, 0, 0, 6)) end as [number]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: "2.000000"
-- 8: "2.000000"
-- 9: 2
-- 10: 2
-- 11: 2
-- 12: "2.000000"
-- 13: 2
