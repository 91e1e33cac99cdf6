select datepart(second, cast([day] as datetime2(6))) as [day], datepart(second, [moment]) as [moment]
from [shop].[samples];
