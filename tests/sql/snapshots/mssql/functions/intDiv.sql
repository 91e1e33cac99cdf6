select [number] / nullif(@p0, 0) as [number]
from [shop].[samples];
-- 1: 2
