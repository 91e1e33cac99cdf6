select cast(case when not ([flag] = 1) then 1 when not (not ([flag] = 1)) then 0 end as bit) as [flag]
from [shop].[samples];
