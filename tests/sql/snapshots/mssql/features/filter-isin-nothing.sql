select [id]
from [orders]
where [id] in (
  select value
  from openjson(@p0) with (value bigint '$')
);
-- 1: "[]"
