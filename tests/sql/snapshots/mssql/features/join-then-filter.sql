select [orders].[id]
from [orders]
left join [customers] on [orders].[customer_id] = [customers].[id]
where [customers].[name] is null;
