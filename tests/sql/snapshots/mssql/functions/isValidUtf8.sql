select case when [text] is not null then cast(1 as bit) end as [text], case when [number] is not null then cast(1 as bit) end as [number]
from [shop].[samples];
