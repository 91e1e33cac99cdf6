select datetrunc(month, [day]) as [day], datetrunc(month, cast([moment] as date)) as [moment]
from [shop].[samples];
