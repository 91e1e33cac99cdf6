select cast(datepart(second, cast([day] as datetime2(6))) + datepart(microsecond, cast([day] as datetime2(6))) * 0.000001 as decimal(8, 6)) as [day], cast(datepart(second, [moment]) + datepart(microsecond, [moment]) * 0.000001 as decimal(8, 6)) as [moment]
from [shop].[samples];
