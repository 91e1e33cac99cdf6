select cast([number] as int) as [x]
from [shop].[samples];
