select try_cast([price] as float) as [x]
from [shop].[samples];
