-- text: reading text by a pattern is not supported on SQL Server
select cast([day] as datetime2(6)) as [day], [moment]
from [shop].[samples];
