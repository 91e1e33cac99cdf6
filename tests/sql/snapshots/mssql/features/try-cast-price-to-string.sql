select cast([price] as nvarchar(max)) as [x]
from [shop].[samples];
