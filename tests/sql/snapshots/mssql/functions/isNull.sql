select cast(case when [text] is null then 1 else 0 end as bit) as [text], cast(case when [number] is null then 1 else 0 end as bit) as [number]
from [shop].[samples];
