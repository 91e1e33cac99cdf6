select min([text] collate Latin1_General_100_BIN2_UTF8) as [text], min([number]) as [number]
from [shop].[samples];
