select cast(case when 1 = 0 then 1 else 0 end as bit) as [number], cast(case when 1 = 0 then 1 else 0 end as bit) as [ratio], cast(case when 1 = 0 then 1 else 0 end as bit) as [price]
from [shop].[samples];
