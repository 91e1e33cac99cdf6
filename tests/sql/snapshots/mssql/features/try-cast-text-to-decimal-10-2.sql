select try_cast([text] as decimal(10, 2)) as [x]
from [shop].[samples];
