select cast([flag] as int) as [x]
from [shop].[samples];
