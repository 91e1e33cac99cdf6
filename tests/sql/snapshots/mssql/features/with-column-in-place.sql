select [id], lower(replace([name] collate Latin1_General_100_BIN2_UTF8, N'İ', N'i̇')) as [name], [city]
from [customers];
