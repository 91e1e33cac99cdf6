select datepart(quarter, [day]) as [day], datepart(quarter, cast([moment] as date)) as [moment]
from [shop].[samples];
