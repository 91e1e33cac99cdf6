select case when [text] collate Latin1_General_100_BIN2_UTF8 is not null then coalesce((
  select value
  from string_split([text] collate Latin1_General_100_BIN2_UTF8, @p0, 1)
  where ordinal = @p1
), N'') end as [text]
from [shop].[samples];
-- 1: "a"
-- 2: 2
