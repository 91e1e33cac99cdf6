select (varp(cast([number] as float) + cast([number] as float)) - varp(cast([number] as float) - cast([number] as float))) / 4 as [number], (varp([ratio] + cast([number] as float)) - varp([ratio] - cast([number] as float))) / 4 as [ratio], (varp(cast([price] as float) + cast([number] as float)) - varp(cast([price] as float) - cast([number] as float))) / 4 as [price]
from [shop].[samples];
