select [id], [name], [city]
from [customers]
order by [id], [name] collate Latin1_General_100_BIN2_UTF8;
