select cast([number] as float) as [x]
from [shop].[samples];
