select replicate(cast([text] as nvarchar(max)), case when @p0 < 0 then 0 else @p1 end) as [text]
from [shop].[samples];
-- 1: 2
-- 2: 2
