select day([day]) as [day], day(cast([moment] as date)) as [moment]
from [shop].[samples];
