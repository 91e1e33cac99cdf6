select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 is not distinct from [city] and datalength([name] + N'') is not distinct from datalength([city] + N'');
