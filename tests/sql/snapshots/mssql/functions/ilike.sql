select cast(case when lower([text] collate Latin1_General_100_BIN2_UTF8) like lower(@p0) escape N'\' then 1 when not (lower([text] collate Latin1_General_100_BIN2_UTF8) like lower(@p1) escape N'\') then 0 end as bit) as [text]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
