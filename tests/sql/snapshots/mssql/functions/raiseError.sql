select cast(cast(N'raised: ' + coalesce([text], N'an error') as int) as nvarchar(max)) as [text]
from [shop].[samples];
