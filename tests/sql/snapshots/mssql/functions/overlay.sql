select substring(cast([text] as nvarchar(max)), 1, @p0 - 1) + @p1 + substring(cast([text] as nvarchar(max)), @p2 + @p3, len(cast([text] as nvarchar(max)) + N'.')) as [text]
from [shop].[samples];
-- 1: 2
-- 2: "a"
-- 3: 2
-- 4: 2
