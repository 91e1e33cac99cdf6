select cast(case when [flag] = 1 or @p0 = 1 then 1 when not ([flag] = 1 or @p1 = 1) then 0 end as bit) as [flag]
from [shop].[samples];
-- 1: true
-- 2: true
