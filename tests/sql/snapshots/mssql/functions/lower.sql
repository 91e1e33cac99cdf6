select lower(replace([text] collate Latin1_General_100_BIN2_UTF8, N'İ', N'i̇')) as [text]
from [shop].[samples];
