select [name]
from (
  select [name], row_number() over (partition by cast([name] as varbinary(max)) order by (select null)) as [_copy], cast(cast([name] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_1]
  from [customers]
  intersect
  select [city] as [name], row_number() over (partition by cast([city] as varbinary(max)) order by (select null)) as [_copy], cast(cast([city] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_1]
  from [customers]
) as [q1];
