select cast(datediff_big(second, '1970-01-01', [moment]) as bigint) as [x]
from [shop].[samples];
