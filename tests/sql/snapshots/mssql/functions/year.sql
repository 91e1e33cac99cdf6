select year([day]) as [day], year(cast([moment] as date)) as [moment]
from [shop].[samples];
