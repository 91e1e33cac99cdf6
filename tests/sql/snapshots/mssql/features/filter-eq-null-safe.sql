select [id]
from [orders]
where [customer_id] is not distinct from [id] and [status] collate Latin1_General_100_BIN2_UTF8 is not distinct from @p0 and datalength([status] + N'') is not distinct from datalength(@p1 + N'');
-- 1: null
-- 2: null
