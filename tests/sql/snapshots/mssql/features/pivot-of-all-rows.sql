select nullif(count_big(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p0 and [status] not like N'% ' then cast(@p1 as int) end), @p2) as [paid_n], nullif(count_big(case when [status] is null then cast(@p3 as int) end), @p4) as [null_n]
from [orders];
-- 1: "paid"
-- 2: 1
-- 3: 0
-- 4: 1
-- 5: 0
