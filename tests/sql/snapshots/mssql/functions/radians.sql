select radians(cast([number] as float)) as [number], radians([ratio]) as [ratio], radians(cast([price] as float)) as [price]
from [shop].[samples];
