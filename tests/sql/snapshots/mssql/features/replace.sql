select [id], [customer_id], case when [status] collate Latin1_General_100_BIN2_UTF8 = @p0 and [status] not like N'% ' then @p1 when [status] collate Latin1_General_100_BIN2_UTF8 = @p2 and [status] not like N'% ' then @p3 else [status] end as [status], [total], [placed]
from [orders];
-- 1: "open"
-- 2: "new"
-- 3: "void"
-- 4: null
