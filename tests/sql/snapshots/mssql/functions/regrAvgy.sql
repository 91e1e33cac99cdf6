select avg(case when cast([number] as float) is not null then cast([number] as float) end) as [number], avg(case when cast([number] as float) is not null then [ratio] end) as [ratio], avg(case when cast([number] as float) is not null then cast([price] as float) end) as [price]
from [shop].[samples];
