select cast(case when [text] collate Latin1_General_100_BIN2_UTF8 > @p0 then 1 when not ([text] collate Latin1_General_100_BIN2_UTF8 > @p1) then 0 end as bit) as [text], cast(case when [number] > @p2 then 1 when not ([number] > @p3) then 0 end as bit) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
-- 3: 2
-- 4: 2
