select eomonth([day]) as [day], eomonth(cast([moment] as date)) as [moment]
from [shop].[samples];
