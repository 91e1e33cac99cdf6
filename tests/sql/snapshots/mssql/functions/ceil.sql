-- ratio: a cast from double to decimal(30,15) is not supported on SQL Server
select [number] as [number alone], cast(cast([number] as decimal(20, 0)) as decimal(21, 0)) as [number], case when [ratio] >= 9223372036854775807 then 9223372036854775807 when [ratio] <= -9223372036854775808 then -9223372036854775808 else cast(ceiling([ratio]) as bigint) end as [ratio alone], cast(ceiling([price]) as decimal(11, 0)) as [price alone], cast([price] - [price] % 0.1 + case when [price] % 0.1 > 0 then 0.1 else 0 end as decimal(12, 1)) as [price]
from [shop].[samples];
