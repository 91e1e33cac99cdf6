select cast([number] as float) as [number], [ratio], cast([price] as float) as [price]
from [shop].[samples];
