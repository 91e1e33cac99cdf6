select [status]
from [orders]
group by [status], cast([status] as varbinary(max));
