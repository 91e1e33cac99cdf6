select (exp(cast([number] as float)) + exp(-cast([number] as float))) / 2 as [number], (exp([ratio]) + exp(-[ratio])) / 2 as [ratio], (exp(cast([price] as float)) + exp(-cast([price] as float))) / 2 as [price]
from [shop].[samples];
