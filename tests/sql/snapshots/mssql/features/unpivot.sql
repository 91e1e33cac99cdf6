select [samples].[id], [q1].[name], case when [q1].[name] collate Latin1_General_100_BIN2_UTF8 = @p0 and [q1].[name] not like N'% ' then cast([samples].[small] as bigint) when [q1].[name] collate Latin1_General_100_BIN2_UTF8 = @p1 and [q1].[name] not like N'% ' then [samples].[number] end as [value]
from [shop].[samples]
cross join openjson(@p2) with ([name] nvarchar(max) '$[0]') as [q1];
-- 1: "small"
-- 2: "number"
-- 3: "[[\"small\"],[\"number\"]]"
