select substring([name] collate Latin1_General_100_BIN2_UTF8, @p0, @p1) as [middle], substring([name] collate Latin1_General_100_BIN2_UTF8, len([name] collate Latin1_General_100_BIN2_UTF8 + N'.') + @p2, @p3) as [end]
from [customers];
-- 1: 2
-- 2: 3
-- 3: -2
-- 4: 2
