select case when datalength([text] collate Latin1_General_100_BIN2_UTF8) = 0 then 0 else unicode([text] collate Latin1_General_100_BIN2_UTF8) end as [text]
from [shop].[samples];
