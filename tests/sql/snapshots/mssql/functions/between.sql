select cast(case when [text] collate Latin1_General_100_BIN2_UTF8 between @p0 and @p1 then 1 when not ([text] collate Latin1_General_100_BIN2_UTF8 between @p2 and @p3) then 0 end as bit) as [text], cast(case when [number] between @p4 and @p5 then 1 when not ([number] between @p6 and @p7) then 0 end as bit) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
-- 5: 2
-- 6: 2
-- 7: 2
-- 8: 2
