select count_big(case when [status] collate Latin1_General_100_BIN2_UTF8 in (@p0, @p1) and [status] not like N'% ' then 1 end) as [n]
from [orders];
-- 1: "paid"
-- 2: "open"
