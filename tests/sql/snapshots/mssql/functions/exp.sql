select exp(cast([number] as float)) as [number], exp([ratio]) as [ratio], exp(cast([price] as float)) as [price]
from [shop].[samples];
