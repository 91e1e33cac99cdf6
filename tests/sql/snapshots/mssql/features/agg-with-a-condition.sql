select count_big(case when [number] > @p0 then 1 end) as [n], count_big(case when [flag] = 1 then 1 end) as [flags]
from [shop].[samples];
-- 1: 1
