-- ratio: the remainder of doubles is not supported on SQL Server
select [number] % nullif(@p0, 0) as [number], [price] % nullif(cast(@p1 as decimal(1, 0)), 0) as [price]
from [shop].[samples];
-- 1: 2
-- 2: "2"
