select datetrunc(month, cast([day] as datetime2(6))) as [month]
from [shop].[samples];
