select convert(varchar(max), cast(cast([text] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)), 2) as [text], case when [number] = 0 then N'0' else ltrim(convert(varchar(16), convert(varbinary(8), cast([number] as bigint)), 2), N'0') end as [number], convert(varchar(max), [bytes], 2) as [bytes]
from [shop].[samples];
