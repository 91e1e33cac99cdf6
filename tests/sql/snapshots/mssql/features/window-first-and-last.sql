select first_value([total]) over (order by [id]) as [first], last_value([total]) over (order by [id]) as [last]
from [orders];
