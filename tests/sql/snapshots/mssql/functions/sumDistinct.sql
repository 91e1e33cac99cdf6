select sum(distinct [number]) as [number], sum(distinct [ratio]) as [ratio], cast(sum(distinct [price]) as decimal(22, 2)) as [price]
from [shop].[samples];
