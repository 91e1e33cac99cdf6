select [id]
from [orders]
where not ([status] collate Latin1_General_100_BIN2_UTF8 in (@p0, @p1) and [status] not like N'% ');
-- 1: "void"
-- 2: "test"
