select [id]
from [shop].[samples]
where [bytes] = @p0 and datalength([bytes]) = datalength(@p1);
-- 1: 0x0100
-- 2: 0x0100
