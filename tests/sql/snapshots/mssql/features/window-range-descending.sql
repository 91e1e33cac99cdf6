select [id], count_big(*) over (partition by cast([status] as varbinary(max)) order by [placed] desc range between unbounded preceding and current row) as [n]
from [orders];
