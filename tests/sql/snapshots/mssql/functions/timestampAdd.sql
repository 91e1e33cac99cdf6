select dateadd(month, @p0, cast([day] as datetime2(6))) as [month]
from [shop].[samples];
-- 1: 2
