select case when lower(trim([text])) in (N't', N'true', N'y', N'yes', N'1') then cast(1 as bit) when lower(trim([text])) in (N'f', N'false', N'n', N'no', N'0') then cast(0 as bit) when [text] is not null then cast(N'no boolean: ' + [text] as bit) end as [x]
from [shop].[samples];
