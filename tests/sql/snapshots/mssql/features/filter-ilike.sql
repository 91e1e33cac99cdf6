select [id]
from [customers]
where lower([name] collate Latin1_General_100_BIN2_UTF8) like lower(@p0) escape N'\';
-- 1: "a%"
