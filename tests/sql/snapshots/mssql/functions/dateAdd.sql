select dateadd(day, @p0, [day]) as [day], dateadd(day, @p1, cast([moment] as date)) as [moment]
from [shop].[samples];
-- 1: 2
-- 2: 2
