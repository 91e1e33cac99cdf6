select datepart(hour, cast([day] as datetime2(6))) as [day], datepart(hour, [moment]) as [moment]
from [shop].[samples];
