select cast(cast(cast([number] as smallint) + 128 as tinyint) as smallint) - 128 as [x]
from [shop].[samples];
