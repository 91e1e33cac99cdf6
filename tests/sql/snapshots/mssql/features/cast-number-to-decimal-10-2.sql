select cast([number] as decimal(10, 2)) as [x]
from [shop].[samples];
