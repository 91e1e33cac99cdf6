select [id]
from [orders]
where [status] collate Latin1_General_100_BIN2_UTF8 in (@p0, @p1) and [status] not like N'% ';
-- 1: "paid"
-- 2: "open"
