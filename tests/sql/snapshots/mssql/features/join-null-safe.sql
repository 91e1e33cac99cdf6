select [customers].[name], [customers_2].[name] as [name_right]
from [customers]
inner join [customers] as [customers_2] on [customers].[city] collate Latin1_General_100_BIN2_UTF8 is not distinct from [customers_2].[city] and datalength([customers].[city] + N'') is not distinct from datalength([customers_2].[city] + N'');
