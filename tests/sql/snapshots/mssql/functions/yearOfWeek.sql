select year(dateadd(day, 3 - datediff(day, '0001-01-01', [day]) % 7, [day])) as [day], year(dateadd(day, 3 - datediff(day, '0001-01-01', cast([moment] as date)) % 7, cast([moment] as date))) as [moment]
from [shop].[samples];
