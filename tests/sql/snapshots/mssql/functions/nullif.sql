select case when [text] collate Latin1_General_100_BIN2_UTF8 = @p0 and [text] not like N'% ' then null else [text] end as [text], nullif([number], @p1) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: 2
