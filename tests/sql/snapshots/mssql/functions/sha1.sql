select lower(convert(varchar(128), hashbytes('SHA1', cast([text] collate Latin1_General_100_BIN2_UTF8 as varchar(max))), 2)) as [text], lower(convert(varchar(128), hashbytes('SHA1', [bytes]), 2)) as [bytes]
from [shop].[samples];
