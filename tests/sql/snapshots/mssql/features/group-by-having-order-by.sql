select top (@p0) [status], sum([total]) as [total]
from [orders]
group by [status], cast([status] as varbinary(max))
having sum([orders].[total]) > @p1
order by [total] desc;
-- 1: 3
-- 2: 10
