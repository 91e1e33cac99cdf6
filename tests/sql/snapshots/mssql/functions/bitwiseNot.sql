select ~[number] as [number]
from [shop].[samples];
