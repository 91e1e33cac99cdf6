-- ratio: round of a double is not supported on SQL Server
select [number], cast([price] as decimal(13, 2)) as [price]
from [shop].[samples];
