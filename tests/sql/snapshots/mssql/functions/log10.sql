select case when cast([number] as float) > 0 then log10(cast([number] as float)) end as [number], case when [ratio] > 0 then log10([ratio]) end as [ratio], case when cast([price] as float) > 0 then log10(cast([price] as float)) end as [price]
from [shop].[samples];
