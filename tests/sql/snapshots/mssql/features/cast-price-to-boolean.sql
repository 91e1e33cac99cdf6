select cast([price] as bit) as [x]
from [shop].[samples];
