select cast(case when [text] collate Latin1_General_100_BIN2_UTF8 is not distinct from @p0 and datalength([text] + N'') is not distinct from datalength(@p1 + N'') then 1 else 0 end as bit) as [text], cast(case when [number] is not distinct from @p2 then 1 else 0 end as bit) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
-- 3: 2
