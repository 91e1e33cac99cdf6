select datetrunc(year, [day]) as [day], datetrunc(year, cast([moment] as date)) as [moment]
from [shop].[samples];
