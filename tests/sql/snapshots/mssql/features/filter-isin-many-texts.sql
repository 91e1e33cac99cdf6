select [id]
from [orders]
where [status] collate Latin1_General_100_BIN2_UTF8 in (
  select value
  from openjson(@p0) with (value nvarchar(max) '$')
) and [status] not like N'% ';
-- 1: "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\",\"14\",\"15\",\"16\",\"17\",\"18\",\"19\",\"20\"]"
