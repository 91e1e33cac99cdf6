select case when [text] is not null then coalesce((
  select cast(cast([text] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [*] for xml path(''), binary base64
), N'') end as [text], case when [bytes] is not null then coalesce((
  select cast([bytes] as varbinary(max)) as [*] for xml path(''), binary base64
), N'') end as [bytes]
from [shop].[samples];
