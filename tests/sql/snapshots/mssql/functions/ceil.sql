select [number], case when [ratio] >= 9223372036854775807 then 9223372036854775807 when [ratio] <= -9223372036854775808 then -9223372036854775808 else cast(ceiling([ratio]) as bigint) end as [ratio], cast(ceiling([price]) as decimal(11, 0)) as [price]
from [shop].[samples];
