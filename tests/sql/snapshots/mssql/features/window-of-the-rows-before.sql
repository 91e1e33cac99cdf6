select [id], sum([total]) over (order by [id] rows between 6 preceding and current row) as [week]
from [orders];
