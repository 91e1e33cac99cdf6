select coalesce([text], @p0) as [text], coalesce([number], @p1) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: 2
