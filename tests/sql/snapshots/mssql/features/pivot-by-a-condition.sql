select [status], nullif(count_big(case when [total] > @p0 then cast(@p1 as int) end), @p2) as [true_n], nullif(count_big(case when not ([total] > @p3) then cast(@p4 as int) end), @p5) as [false_n]
from [orders]
group by [status], cast([status] as varbinary(max));
-- 1: 10
-- 2: 1
-- 3: 0
-- 4: 10
-- 5: 1
-- 6: 0
