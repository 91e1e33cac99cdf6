select case when [number] < 0 then ~right_shift(~cast([number] as bigint), @p0 & 63) else right_shift(cast([number] as bigint), @p1 & 63) end as [number]
from [shop].[samples];
-- 1: 2
-- 2: 2
