select max([text] collate Latin1_General_100_BIN2_UTF8) as [text], max([number]) as [number]
from [shop].[samples];
