select [status], sum([total]) as [sum(total)], sum([id]) as [sum(id)]
from [orders]
group by [status], cast([status] as varbinary(max));
