select case when @p0 is null or @p1 < 1 then 0 when datalength([text]) = 0 and [word] collate Latin1_General_100_BIN2_UTF8 is not null then 1 else charindex([text], [word] collate Latin1_General_100_BIN2_UTF8, @p2) end as [text]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
