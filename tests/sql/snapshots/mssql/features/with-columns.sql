select [id], [total] + @p0 as [total], [total] as [before]
from [orders];
-- 1: 1
