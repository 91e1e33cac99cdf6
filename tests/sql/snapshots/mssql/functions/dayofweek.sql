select (datediff(day, '0001-01-01', [day]) + 1) % 7 + 1 as [day], (datediff(day, '0001-01-01', cast([moment] as date)) + 1) % 7 + 1 as [moment]
from [shop].[samples];
