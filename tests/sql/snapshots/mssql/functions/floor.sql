select [number], case when [ratio] >= 9223372036854775807 then 9223372036854775807 when [ratio] <= -9223372036854775808 then -9223372036854775808 else cast(floor([ratio]) as bigint) end as [ratio], cast(floor([price]) as decimal(11, 0)) as [price]
from [shop].[samples];
