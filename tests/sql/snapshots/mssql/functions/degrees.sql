select degrees(cast([number] as float)) as [number], degrees([ratio]) as [ratio], degrees(cast([price] as float)) as [price]
from [shop].[samples];
