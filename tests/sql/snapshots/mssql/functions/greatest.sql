select greatest([text] collate Latin1_General_100_BIN2_UTF8, @p0, @p1) as [text], greatest([number], @p2, @p3) as [number]
from [shop].[samples];
-- 1: "a"
-- 2: "a"
-- 3: 2
-- 4: 2
