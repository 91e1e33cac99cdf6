select case when cast([number] as float) >= 0 then sqrt(cast([number] as float)) end as [number], case when [ratio] >= 0 then sqrt([ratio]) end as [ratio], case when cast([price] as float) >= 0 then sqrt(cast([price] as float)) end as [price]
from [shop].[samples];
