select [customers].[name], [customers_2].[name] as [name_right]
from [customers]
inner join [customers] as [customers_2] on [customers].[city] collate Latin1_General_100_BIN2_UTF8 = [customers_2].[city] and datalength([customers].[city] + N'') = datalength([customers_2].[city] + N'') and [customers].[id] < [customers_2].[id];
