select cast(case when [text] collate Latin1_General_100_BIN2_UTF8 like @p0 escape N'\' then 1 when not ([text] collate Latin1_General_100_BIN2_UTF8 like @p1 escape N'\') then 0 end as bit) as [text], cast(case when datalength([bytes]) >= datalength([bytes]) and substring([bytes], 1, datalength([bytes])) = [bytes] then 1 when not (datalength([bytes]) >= datalength([bytes]) and substring([bytes], 1, datalength([bytes])) = [bytes]) then 0 end as bit) as [bytes]
from [shop].[samples];
-- 1: "a%"
-- 2: "a%"
