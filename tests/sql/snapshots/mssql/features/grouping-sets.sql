select [status], cast(@p0 as bigint) as [customer_id], sum([total]) as [total], grouping([status]) as [all]
from [orders]
group by grouping sets (([status], cast([status] as varbinary(max))), ())
having count_big(*) > @p1;
-- 1: null
-- 2: 0
