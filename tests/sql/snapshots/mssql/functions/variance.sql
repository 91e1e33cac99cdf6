select var(cast([number] as float)) as [number], var([ratio]) as [ratio], var(cast([price] as float)) as [price]
from [shop].[samples];
