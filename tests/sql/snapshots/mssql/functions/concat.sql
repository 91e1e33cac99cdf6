select cast([text] as nvarchar(max)) + @p0 as [text]
from [shop].[samples];
-- 1: "a"
