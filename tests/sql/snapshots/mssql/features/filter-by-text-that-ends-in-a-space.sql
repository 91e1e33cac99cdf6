select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 = @p0 and datalength([name] + N'') = datalength(@p1 + N'');
-- 1: "Ada "
-- 2: "Ada "
