select 1 / cos(cast([number] as float)) as [number], 1 / cos([ratio]) as [ratio], 1 / cos(cast([price] as float)) as [price]
from [shop].[samples];
