select cast([id] as float) as [id]
from [orders]
union all
select [total] as [id]
from [orders];
