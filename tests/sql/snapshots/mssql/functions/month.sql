select month([day]) as [day], month(cast([moment] as date)) as [moment]
from [shop].[samples];
