select try_cast([flag] as float) as [x]
from [shop].[samples];
