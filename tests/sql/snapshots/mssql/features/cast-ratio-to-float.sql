select cast([ratio] as real) as [x]
from [shop].[samples];
