select [number] & @p0 as [and], [number] | cast([small] as bigint) as [or], cast([small] as bigint) ^ @p1 as [xor], [number] & @p2 | @p3 as [both]
from [shop].[samples];
-- 1: 12
-- 2: 5
-- 3: 12
-- 4: 1
