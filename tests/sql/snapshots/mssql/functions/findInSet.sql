select case when [text] is not null and @p0 is not null then case when charindex(N',', [text]) > 0 then 0 else cast(datalength(left((N',' + @p1 + N',') collate Latin1_General_100_BIN2_UTF8, charindex(N',' + [text] + N',', (N',' + @p2 + N',') collate Latin1_General_100_BIN2_UTF8))) - datalength(replace(left((N',' + @p3 + N',') collate Latin1_General_100_BIN2_UTF8, charindex(N',' + [text] + N',', (N',' + @p4 + N',') collate Latin1_General_100_BIN2_UTF8)), N',', N'')) as int) / 2 end end as [text]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
-- 5: "a"
