select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 like @p0 escape N'\' and [name] collate Latin1_General_100_BIN2_UTF8 like @p1 escape N'\';
-- 1: "A%"
-- 2: "%a"
