select cast(cast([text] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [text]
from [shop].[samples];
