select convert(nvarchar(10), [day], 23) as [x]
from [shop].[samples];
