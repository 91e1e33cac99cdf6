select atan(cast([number] as float)) as [number], atan([ratio]) as [ratio], atan(cast([price] as float)) as [price]
from [shop].[samples];
