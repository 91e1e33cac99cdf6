select [customers].[id], [customers].[name], [customers].[city]
from [customers]
where exists (
  select 1
  from [orders]
  where [customers].[name] collate Latin1_General_100_BIN2_UTF8 = [orders].[status] and datalength([customers].[name] + N'') = datalength([orders].[status] + N'')
);
