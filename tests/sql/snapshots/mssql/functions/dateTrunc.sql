select datetrunc(year, cast([day] as datetime2(6))) as [year]
from [shop].[samples];
