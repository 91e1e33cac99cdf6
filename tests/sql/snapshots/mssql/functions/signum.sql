select sign(cast([number] as float)) as [number], sign([ratio]) as [ratio], sign(cast([price] as float)) as [price]
from [shop].[samples];
