select [id]
from [orders]
where [total] between @p0 and @p1 and [status] collate Latin1_General_100_BIN2_UTF8 between @p2 and @p3;
-- 1: 1
-- 2: 9
-- 3: "a"
-- 4: "m"
