select [id], [name], [city]
from (
  select top (@p0) [id], [name], [city]
  from [customers]
  order by [id]
) as [q1]
order by [name] collate Latin1_General_100_BIN2_UTF8;
-- 1: 10
