select [id]
from [orders]
where case when [status] collate Latin1_General_100_BIN2_UTF8 in (@p0) and [status] not like N'% ' then @p1 end = 1;
-- 1: "paid"
-- 2: true
