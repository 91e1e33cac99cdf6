select case when cast([number] as float) > 0 then log(cast([number] as float)) / log(2) end as [number], case when [ratio] > 0 then log([ratio]) / log(2) end as [ratio], case when cast([price] as float) > 0 then log(cast([price] as float)) / log(2) end as [price]
from [shop].[samples];
