select [id], [status]
from [orders]
order by [status] collate Latin1_General_100_BIN2_UTF8;
