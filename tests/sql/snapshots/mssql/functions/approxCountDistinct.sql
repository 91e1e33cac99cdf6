select count_big(distinct cast([text] as varbinary(max))) as [text], count_big(distinct [number]) as [number]
from [shop].[samples];
