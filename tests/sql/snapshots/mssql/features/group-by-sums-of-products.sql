select [id], cast(sum([price] * [price]) as decimal(35, 4)) as [two], sum(cast([price] * [price] * (cast(@p0 as decimal(1, 0)) - [price]) as decimal(38, 6))) as [three], cast(sum(case when [flag] = 1 then [price] * [price] else cast(@p1 as decimal(25, 4)) end) as decimal(35, 4)) as [some]
from [shop].[samples]
group by [id];
-- 1: "1"
-- 2: "0.0000"
