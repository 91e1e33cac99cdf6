select [orders].[id], [customers].[name]
from [orders]
left join [customers] on [orders].[customer_id] = [customers].[id] and [customers].[city] collate Latin1_General_100_BIN2_UTF8 = @p0 and [customers].[city] not like N'% ';
-- 1: "Bern"
