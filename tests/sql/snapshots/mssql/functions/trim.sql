select trim(@p0 from [text] collate Latin1_General_100_BIN2_UTF8) as [text]
from [shop].[samples];
-- 1: "a"
