select try_cast([flag] as bigint) as [x]
from [shop].[samples];
