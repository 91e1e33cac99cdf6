select [id], count_big(*) over (partition by cast([status] as varbinary(max))) as [n]
from [orders];
