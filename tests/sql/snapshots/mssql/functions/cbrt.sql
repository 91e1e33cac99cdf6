select sign(cast([number] as float)) * power(abs(cast([number] as float)), 1e0 / 3) as [number], sign([ratio]) * power(abs([ratio]), 1e0 / 3) as [ratio], sign(cast([price] as float)) * power(abs(cast([price] as float)), 1e0 / 3) as [price]
from [shop].[samples];
