select cast([ratio] as bit) as [x]
from [shop].[samples];
