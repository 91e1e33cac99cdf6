select [status], count_big(*) as [count]
from [orders]
group by [status], cast([status] as varbinary(max))
order by [status] collate Latin1_General_100_BIN2_UTF8;
