select datediff(day, '0001-01-01', [day]) % 7 as [day], datediff(day, '0001-01-01', cast([moment] as date)) % 7 as [moment]
from [shop].[samples];
