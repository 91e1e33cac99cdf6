select avg(cast([number] as float)) as [number], avg([ratio]) as [ratio], cast(avg(cast([price] as decimal(17, 7))) as decimal(16, 6)) as [price]
from [shop].[samples];
