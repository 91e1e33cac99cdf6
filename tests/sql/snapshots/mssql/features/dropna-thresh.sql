select [id], [customer_id], [status], [total], [placed]
from [orders]
where (case when [status] is not null then cast(@p0 as int) else cast(@p1 as int) end + case when [total] is not null then cast(@p2 as int) else cast(@p3 as int) end + case when [placed] is not null then cast(@p4 as int) else cast(@p5 as int) end) >= @p6;
-- 1: 1
-- 2: 0
-- 3: 1
-- 4: 0
-- 5: 1
-- 6: 0
-- 7: 2
