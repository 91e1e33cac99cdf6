select tan(cast([number] as float)) as [number], tan([ratio]) as [ratio], tan(cast([price] as float)) as [price]
from [shop].[samples];
