select [city]
from [customers]
group by [city], cast([city] as varbinary(max))
order by [city] collate Latin1_General_100_BIN2_UTF8;
