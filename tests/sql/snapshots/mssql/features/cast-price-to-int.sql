select cast([price] as int) as [x]
from [shop].[samples];
