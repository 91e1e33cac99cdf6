select [id], [name], [city], upper(replace([name] collate Latin1_General_100_BIN2_UTF8, N'ß', N'SS')) as [shout]
from [customers];
