select [name]
from (
  select [name], cast(cast([name] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_1]
  from [customers]
  except
  select [city] as [name], cast(cast([city] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_1]
  from [customers]
) as [q1];
