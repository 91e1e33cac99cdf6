select case when len([text] collate Latin1_General_100_BIN2_UTF8 + N'.') - 1 >= @p0 then left([text] collate Latin1_General_100_BIN2_UTF8, @p1) else left(replicate(cast(@p2 as nvarchar(max)), @p3), @p4 - (len([text] collate Latin1_General_100_BIN2_UTF8 + N'.') - 1)) + [text] collate Latin1_General_100_BIN2_UTF8 end as [text]
from [shop].[samples];
-- 1: 2
-- 2: 2
-- 3: "a"
-- 4: 2
-- 5: 2
