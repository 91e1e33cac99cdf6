select case when [text] is not null then coalesce(cast([word] as nvarchar(max)), N'') end as [text]
from [shop].[samples];
