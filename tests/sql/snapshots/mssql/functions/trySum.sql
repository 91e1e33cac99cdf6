select try_cast(sum(cast([number] as decimal(38, 0))) as bigint) as [number], sum([ratio]) as [ratio], try_cast(sum(cast([price] as decimal(38, 2))) as decimal(22, 2)) as [price]
from [shop].[samples];
