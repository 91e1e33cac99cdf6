select (
  select string_agg(upper(left(value, 1)) + lower(substring(value, 2, len(value + N'.'))), N' ') within group (order by ordinal)
  from string_split([text] collate Latin1_General_100_BIN2_UTF8, N' ', 1)
) as [text]
from [shop].[samples];
