select case when cast([number] as float) > 0 then log(cast([number] as float)) end as [number], case when [ratio] > 0 then log([ratio]) end as [ratio], case when cast([price] as float) > 0 then log(cast([price] as float)) end as [price]
from [shop].[samples];
