select [text], cast([number] as nvarchar(max)) as [number]
from [shop].[samples];
