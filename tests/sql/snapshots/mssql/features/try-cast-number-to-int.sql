select try_cast([number] as int) as [x]
from [shop].[samples];
