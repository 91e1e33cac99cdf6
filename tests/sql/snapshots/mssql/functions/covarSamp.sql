select (var(cast([number] as float) + cast([number] as float)) - var(cast([number] as float) - cast([number] as float))) / 4 as [number], (var([ratio] + cast([number] as float)) - var([ratio] - cast([number] as float))) / 4 as [ratio], (var(cast([price] as float) + cast([number] as float)) - var(cast([price] as float) - cast([number] as float))) / 4 as [price]
from [shop].[samples];
