-- ratio: bround of a double, or to digits before the point is not supported on SQL Server
select [number], cast(case when abs(cast([price] as decimal(13, 2)) - round(cast([price] as decimal(13, 2)), 2, 1)) = 0.005 and round(cast([price] as decimal(13, 2)), 2, 1) % 0.02 = 0 then round(cast([price] as decimal(13, 2)), 2, 1) else round(cast([price] as decimal(13, 2)), 2) end as decimal(13, 2)) as [price]
from [shop].[samples];
