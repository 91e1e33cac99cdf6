select [id]
from [customers]
union all
select [id]
from [orders];
