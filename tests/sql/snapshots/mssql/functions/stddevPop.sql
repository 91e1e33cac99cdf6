select stdevp(cast([number] as float)) as [number], stdevp([ratio]) as [ratio], stdevp(cast([price] as float)) as [price]
from [shop].[samples];
