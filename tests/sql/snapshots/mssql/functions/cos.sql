select cos(cast([number] as float)) as [number], cos([ratio]) as [ratio], cos(cast([price] as float)) as [price]
from [shop].[samples];
