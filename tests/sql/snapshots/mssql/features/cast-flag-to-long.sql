select cast([flag] as bigint) as [x]
from [shop].[samples];
