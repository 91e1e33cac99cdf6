select datediff_big(second, '1970-01-01', cast([day] as datetime2(6))) as [day], datediff_big(second, '1970-01-01', [moment]) as [moment]
from [shop].[samples];
