select [id], row_number() over (order by [status] collate Latin1_General_100_BIN2_UTF8 desc, [id]) as [n]
from [orders];
