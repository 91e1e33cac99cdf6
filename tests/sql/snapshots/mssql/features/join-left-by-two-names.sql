select [customers].[id], [customers].[name], [customers].[city], [customers_2].[city] as [city_right]
from [customers]
left join [customers] as [customers_2] on [customers].[id] = [customers_2].[id] and [customers].[name] collate Latin1_General_100_BIN2_UTF8 = [customers_2].[name] and datalength([customers].[name] + N'') = datalength([customers_2].[name] + N'');
