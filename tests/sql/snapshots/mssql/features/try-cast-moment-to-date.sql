select try_cast([moment] as date) as [x]
from [shop].[samples];
