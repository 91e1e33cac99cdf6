select cast(cast(cast(case when [text] like N'%[0-9]%' and [text] not like N'%[^0-9 +-]%' collate Latin1_General_100_BIN2_UTF8 then [text] else N'no byte: ' + [text] end as smallint) + 128 as tinyint) as smallint) - 128 as [x]
from [shop].[samples];
