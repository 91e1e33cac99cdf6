select dateadd(day, (6 - datediff(day, '0001-01-01', [day]) % 7) % 7 + 1, [day]) as [day], dateadd(day, (6 - datediff(day, '0001-01-01', cast([moment] as date)) % 7) % 7 + 1, cast([moment] as date)) as [moment]
from [shop].[samples];
