select N'''' + replace([text] collate Latin1_General_100_BIN2_UTF8, N'''', N'\''') + N'''' as [text]
from [shop].[samples];
