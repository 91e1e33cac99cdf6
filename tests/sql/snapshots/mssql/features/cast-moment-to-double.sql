select cast(cast(datediff_big(microsecond, '1970-01-01', [moment]) * cast(0.000001 as decimal(7, 6)) as decimal(18, 6)) as float) as [x]
from [shop].[samples];
