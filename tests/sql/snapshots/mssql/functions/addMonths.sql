select dateadd(month, @p0, [day]) as [day], dateadd(month, @p1, cast([moment] as date)) as [moment]
from [shop].[samples];
-- 1: 2
-- 2: 2
