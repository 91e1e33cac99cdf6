select try_cast([price] as decimal(10, 2)) as [x]
from [shop].[samples];
