select [id], [total]
from [orders]
order by case when [total] is null then 1 else 0 end, [total];
