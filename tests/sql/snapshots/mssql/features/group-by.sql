select [status], count_big(*) as [n], sum([total]) as [total]
from [orders]
group by [status], cast([status] as varbinary(max));
