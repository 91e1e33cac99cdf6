select [id]
from [customers]
where [name] collate Latin1_General_100_BIN2_UTF8 like @p0 escape N'\';
-- 1: "%_rack%100\\%%"
