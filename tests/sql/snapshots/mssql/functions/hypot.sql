select case when cast([number] as float) is null or @p0 is null then null when greatest(abs(cast([number] as float)), abs(@p1)) = 0 then 0e0 else greatest(abs(cast([number] as float)), abs(@p2)) * sqrt(1 + square(least(abs(cast([number] as float)), abs(@p3)) / greatest(abs(cast([number] as float)), abs(@p4)))) end as [number], case when [ratio] is null or @p5 is null then null when greatest(abs([ratio]), abs(@p6)) = 0 then 0e0 else greatest(abs([ratio]), abs(@p7)) * sqrt(1 + square(least(abs([ratio]), abs(@p8)) / greatest(abs([ratio]), abs(@p9)))) end as [ratio], case when cast([price] as float) is null or @p10 is null then null when greatest(abs(cast([price] as float)), abs(@p11)) = 0 then 0e0 else greatest(abs(cast([price] as float)), abs(@p12)) * sqrt(1 + square(least(abs(cast([price] as float)), abs(@p13)) / greatest(abs(cast([price] as float)), abs(@p14)))) end as [price]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: 2
-- 8: 2
-- 9: 2
-- 10: 2
-- 11: 2
-- 12: 2
-- 13: 2
-- 14: 2
-- 15: 2
