select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 like @p0 escape N'\' and [name] collate Latin1_General_100_BIN2_UTF8 like (N'%' + replace(replace(replace(replace([city], N'\', N'\\'), N'%', N'\%'), N'_', N'\_'), N'[', N'\[') + N'%') escape N'\';
-- 1: "%100\\%%"
