select cast(min(case when [flag] = 1 then 1 when not ([flag] = 1) then 0 end) as bit) as [flag]
from [shop].[samples];
