select dateadd(second, [number] % 86400, dateadd(day, [number] / 86400, cast('1970-01-01' as datetime2(6)))) as [x]
from [shop].[samples];
