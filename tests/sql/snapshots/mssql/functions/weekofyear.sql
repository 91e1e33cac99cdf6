select datepart(iso_week, [day]) as [day], datepart(iso_week, cast([moment] as date)) as [moment]
from [shop].[samples];
