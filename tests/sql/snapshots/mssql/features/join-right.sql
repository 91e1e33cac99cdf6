select [customers].[id] as [id_right], [orders].[total]
from [orders]
right join [customers] on [orders].[customer_id] = [customers].[id];
