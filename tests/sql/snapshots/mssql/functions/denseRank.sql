select dense_rank() over (order by [id]) as [x]
from [shop].[samples];
