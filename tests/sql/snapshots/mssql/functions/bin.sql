select case when [number] is not null then coalesce(nullif(ltrim((
  select string_agg(bits.bit, N'') within group (order by bits.place desc)
  from (
    select cast(right_shift(cast([number] as bigint), value) & 1 as nchar(1)) as bit, value as place
    from generate_series(0, 63)
  ) as bits
), N'0'), N''), N'0') end as [number]
from [shop].[samples];
