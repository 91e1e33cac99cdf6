select bit_count(cast([number] as bigint)) as [number], bit_count(cast([flag] as bigint)) as [flag]
from [shop].[samples];
