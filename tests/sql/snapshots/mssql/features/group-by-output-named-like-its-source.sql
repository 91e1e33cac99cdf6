select [status], max([id]) as [id]
from [orders]
group by [status], cast([status] as varbinary(max))
order by [id];
