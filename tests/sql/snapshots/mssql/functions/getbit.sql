select case when @p0 between 0 and 63 then cast(get_bit(cast([number] as bigint), @p1) as smallint) when [number] is not null and @p2 is not null then cast(N'no bit ' + cast(@p3 as nvarchar(20)) as smallint) end as [number]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
