select [number] | @p0 as [number]
from [shop].[samples];
-- 1: 2
