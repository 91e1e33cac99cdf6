select last_value([text]) ignore nulls over (order by [id]) as [text], last_value([number]) ignore nulls over (order by [id]) as [number]
from [shop].[samples];
