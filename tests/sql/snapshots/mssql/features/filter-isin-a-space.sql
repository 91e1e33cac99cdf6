select [id]
from [orders]
where [status] collate Latin1_General_100_BIN2_UTF8 + N'.' in (@p0, @p1);
-- 1: "paid ."
-- 2: "open."
