select sum([number]) as [number], sum([ratio]) as [ratio], cast(sum([price]) as decimal(22, 2)) as [price]
from [shop].[samples];
