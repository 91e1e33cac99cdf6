select count_big([text]) as [text], count_big([number]) as [number]
from [shop].[samples];
