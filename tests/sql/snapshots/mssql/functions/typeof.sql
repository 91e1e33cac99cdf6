select @p0 as [text], @p1 as [number]
from [shop].[samples];
-- 1: "string"
-- 2: "bigint"
