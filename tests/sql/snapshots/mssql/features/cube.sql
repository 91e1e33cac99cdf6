select [status], [customer_id], sum([total]) as [total], grouping_id([status], [customer_id]) as [level]
from [orders]
group by grouping sets (([status], cast([status] as varbinary(max)), [customer_id]), ([status], cast([status] as varbinary(max))), ([customer_id]), ())
having count_big(*) > @p0;
-- 1: 0
