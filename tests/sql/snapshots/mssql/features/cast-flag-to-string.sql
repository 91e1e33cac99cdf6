select case when [flag] = 1 then N'true' when [flag] = 0 then N'false' end as [x]
from [shop].[samples];
