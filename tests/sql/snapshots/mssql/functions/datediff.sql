select datediff(day, [day], [day]) as [day], datediff(day, [day], cast([moment] as date)) as [moment]
from [shop].[samples];
