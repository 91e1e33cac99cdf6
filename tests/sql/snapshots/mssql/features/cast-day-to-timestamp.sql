select cast([day] as datetime2(6)) as [x]
from [shop].[samples];
