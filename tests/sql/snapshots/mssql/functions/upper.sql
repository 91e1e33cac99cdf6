select upper(replace([text] collate Latin1_General_100_BIN2_UTF8, N'ß', N'SS')) as [text]
from [shop].[samples];
