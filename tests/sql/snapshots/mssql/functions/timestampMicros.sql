select dateadd(microsecond, [number] % 1000000, dateadd(second, [number] / 1000000 % 86400, dateadd(day, [number] / 86400000000, cast('1970-01-01' as datetime2(6))))) as [number]
from [shop].[samples];
