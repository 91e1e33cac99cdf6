select cast([ratio] as int) as [x]
from [shop].[samples];
