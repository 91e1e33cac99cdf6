select cast(case when [text] is not null then 1 else 0 end as bit) as [text], cast(case when [number] is not null then 1 else 0 end as bit) as [number]
from [shop].[samples];
