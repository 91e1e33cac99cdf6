select varp(cast([number] as float)) as [number], varp([ratio]) as [ratio], varp(cast([price] as float)) as [price]
from [shop].[samples];
