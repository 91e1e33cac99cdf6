select try_cast([number] as float) as [x]
from [shop].[samples];
