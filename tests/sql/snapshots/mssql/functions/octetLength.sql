select datalength(cast([text] collate Latin1_General_100_BIN2_UTF8 as varchar(max))) as [text], datalength([bytes]) as [bytes]
from [shop].[samples];
