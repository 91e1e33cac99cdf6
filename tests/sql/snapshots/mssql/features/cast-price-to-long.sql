select cast([price] as bigint) as [x]
from [shop].[samples];
