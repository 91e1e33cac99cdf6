select cast(case when [number] > @p0 then 1 when not ([number] > @p1) then 0 end as bit) as [more], cast(case when [id] > @p2 then 1 else 0 end as bit) as [always], [flag], cast(case when [flag] = 1 and [id] < @p3 then 1 when not ([flag] = 1 and [id] < @p4) then 0 end as bit) as [both], cast(case when [flag] = cast(case when [number] is null then 1 else 0 end as bit) then 1 when not ([flag] = cast(case when [number] is null then 1 else 0 end as bit)) then 0 end as bit) as [same]
from [shop].[samples];
-- 1: 1
-- 2: 1
-- 3: 1
-- 4: 9
-- 5: 9
