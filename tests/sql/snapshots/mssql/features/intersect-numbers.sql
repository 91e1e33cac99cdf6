select [id]
from [orders]
intersect
select [customer_id] as [id]
from [orders];
