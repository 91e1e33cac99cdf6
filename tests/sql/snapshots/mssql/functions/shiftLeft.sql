select left_shift(cast([number] as bigint), @p0 & 63) as [number]
from [shop].[samples];
-- 1: 2
