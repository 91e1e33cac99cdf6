select [orders].[id], [q1].[rank]
from [orders]
inner join openjson(@p0) with ([status] nvarchar(max) '$[0]', [rank] bigint '$[1]') as [q1] on [orders].[status] collate Latin1_General_100_BIN2_UTF8 = [q1].[status] and datalength([orders].[status] + N'') = datalength([q1].[status] + N'');
-- 1: "[[\"paid\",1]]"
