select count_big(case when cast([number] as float) is not null then cast([number] as float) end) as [number], count_big(case when [ratio] is not null then cast([number] as float) end) as [ratio], count_big(case when cast([price] as float) is not null then cast([number] as float) end) as [price]
from [shop].[samples];
