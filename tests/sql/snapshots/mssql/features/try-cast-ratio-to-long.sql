select try_cast([ratio] as bigint) as [x]
from [shop].[samples];
