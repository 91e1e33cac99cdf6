select case when [number] < 0 then N'' else nchar([number] & 255) end as [number]
from [shop].[samples];
