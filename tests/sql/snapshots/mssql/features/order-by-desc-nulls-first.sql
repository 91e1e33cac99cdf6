select [id], [status]
from [orders]
order by case when [status] collate Latin1_General_100_BIN2_UTF8 is null then 0 else 1 end, [status] collate Latin1_General_100_BIN2_UTF8 desc;
