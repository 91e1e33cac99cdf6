select cast([number] as nvarchar(max)) as [x]
from [shop].[samples];
