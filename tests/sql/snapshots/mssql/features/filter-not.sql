select [id]
from [orders]
where not ([total] > @p0 or [status] collate Latin1_General_100_BIN2_UTF8 = @p1 and [status] not like N'% ');
-- 1: 1
-- 2: "paid"
