select stdev(cast([number] as float)) as [number], stdev([ratio]) as [ratio], stdev(cast([price] as float)) as [price]
from [shop].[samples];
