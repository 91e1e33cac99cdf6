select [orders].[id], [customers].[name]
from [orders]
inner join [customers] on [orders].[customer_id] = [customers].[id]
left join [customers] as [customers_2] on [customers].[id] = [customers_2].[id]
where [orders].[status] collate Latin1_General_100_BIN2_UTF8 = @p0 and [orders].[status] not like N'% ' and [customers].[city] collate Latin1_General_100_BIN2_UTF8 = @p1 and [customers].[city] not like N'% ';
-- 1: "paid"
-- 2: "Bern"
