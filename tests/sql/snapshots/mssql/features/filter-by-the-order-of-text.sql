select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 >= @p0;
-- 1: "M"
