select cast([number] as bit) as [x]
from [shop].[samples];
