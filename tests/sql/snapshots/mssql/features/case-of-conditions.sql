select case when [total] > @p0 then cast(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p1 and [status] not like N'% ' then 1 when not ([status] collate Latin1_General_100_BIN2_UTF8 = @p2 and [status] not like N'% ') then 0 end as bit) else @p3 end as [safe]
from [orders];
-- 1: 100
-- 2: "paid"
-- 3: "paid"
-- 4: false
