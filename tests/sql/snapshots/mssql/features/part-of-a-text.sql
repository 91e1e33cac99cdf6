select substring([name] collate Latin1_General_100_BIN2_UTF8, @p0, @p1) as [middle], substring([name] collate Latin1_General_100_BIN2_UTF8, case when @p2 < 0 then len([name] collate Latin1_General_100_BIN2_UTF8 + N'.') + @p3 when @p4 = 0 then 1 else @p5 end, @p6) as [end]
from [customers];
-- 1: 2
-- 2: 3
-- 3: -2
-- 4: -2
-- 5: -2
-- 6: -2
-- 7: 2
