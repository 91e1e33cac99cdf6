select sin(cast([number] as float)) as [number], sin([ratio]) as [ratio], sin(cast([price] as float)) as [price]
from [shop].[samples];
