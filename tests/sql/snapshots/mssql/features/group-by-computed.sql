select upper(replace([status] collate Latin1_General_100_BIN2_UTF8, N'ß', N'SS')) as [word], count_big(*) as [count]
from [orders]
group by upper(replace([status] collate Latin1_General_100_BIN2_UTF8, N'ß', N'SS')), cast(upper(replace([status] collate Latin1_General_100_BIN2_UTF8, N'ß', N'SS')) as varbinary(max));
