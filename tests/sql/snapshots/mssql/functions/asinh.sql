select log(cast([number] as float) + sqrt(cast([number] as float) * cast([number] as float) + 1)) as [number], log([ratio] + sqrt([ratio] * [ratio] + 1)) as [ratio], log(cast([price] as float) + sqrt(cast([price] as float) * cast([price] as float) + 1)) as [price]
from [shop].[samples];
