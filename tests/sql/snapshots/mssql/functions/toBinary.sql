select convert(varbinary(max), case when len([text]) % 2 = 1 then N'0' + [text] else [text] end, 2) as [text]
from [shop].[samples];
