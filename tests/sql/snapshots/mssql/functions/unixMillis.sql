select datediff_big(millisecond, '1970-01-01', cast([day] as datetime2(6))) as [day], datediff_big(millisecond, '1970-01-01', [moment]) as [moment]
from [shop].[samples];
