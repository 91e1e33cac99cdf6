-- text: reading text by a pattern is not supported on SQL Server
select cast(datediff_big(second, '1970-01-01', cast([day] as datetime2(6))) as bigint) as [day], cast(datediff_big(second, '1970-01-01', [moment]) as bigint) as [moment]
from [shop].[samples];
