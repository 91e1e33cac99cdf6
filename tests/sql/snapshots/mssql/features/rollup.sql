select [status], [customer_id], sum([total]) as [total]
from [orders]
group by grouping sets (([status], cast([status] as varbinary(max)), [customer_id]), ([status], cast([status] as varbinary(max))), ())
having count_big(*) > @p0;
-- 1: 0
