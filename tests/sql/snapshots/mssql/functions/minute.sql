select datepart(minute, cast([day] as datetime2(6))) as [day], datepart(minute, [moment]) as [moment]
from [shop].[samples];
