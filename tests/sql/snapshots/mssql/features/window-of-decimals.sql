select cast(sum([price]) over (order by [id]) as decimal(22, 2)) as [total], cast(avg(cast([price] as decimal(17, 7))) over (order by [id]) as decimal(16, 6)) as [mean]
from [shop].[samples];
