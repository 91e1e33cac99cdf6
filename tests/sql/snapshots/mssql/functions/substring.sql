select substring([text] collate Latin1_General_100_BIN2_UTF8, @p0, @p1) as [text]
from [shop].[samples];
-- 1: 2
-- 2: 2
