select case when cast([number] as float) <> 0 then cot(cast([number] as float)) end as [number], case when [ratio] <> 0 then cot([ratio]) end as [ratio], case when cast([price] as float) <> 0 then cot(cast([price] as float)) end as [price]
from [shop].[samples];
