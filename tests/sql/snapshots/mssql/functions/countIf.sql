select count_big(case when [flag] = 1 then 1 end) as [flag]
from [shop].[samples];
