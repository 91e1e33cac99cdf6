select [flag], avg(cast([number] as float)) as [avg(number)], cast(avg(cast([price] as decimal(17, 7))) as decimal(16, 6)) as [avg(price)]
from [shop].[samples]
group by [flag];
