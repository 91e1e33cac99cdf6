select [orders].[id], [orders].[customer_id], [customers].[id] as [id_right], [customers].[name]
from [orders]
full join [customers] on [orders].[customer_id] = [customers].[id];
