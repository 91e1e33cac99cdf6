select datepart(dayofyear, [day]) as [day], datepart(dayofyear, cast([moment] as date)) as [moment]
from [shop].[samples];
