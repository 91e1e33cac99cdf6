select cast(((
  select year(last_day) * 384 + month(last_day) * 32 + day(last_day)
  from (
    select dateadd(day, case when cast(cast([day] as datetime2(6)) as date) > cast(cast([day] as datetime2(6)) as date) and cast(cast([day] as datetime2(6)) as time) < cast(cast([day] as datetime2(6)) as time) then -1 when cast(cast([day] as datetime2(6)) as date) < cast(cast([day] as datetime2(6)) as date) and cast(cast([day] as datetime2(6)) as time) > cast(cast([day] as datetime2(6)) as time) then 1 else 0 end, cast(cast([day] as datetime2(6)) as date)) as last_day
  ) as one
) - (year(cast(cast([day] as datetime2(6)) as date)) * 384 + month(cast(cast([day] as datetime2(6)) as date)) * 32 + day(cast(cast([day] as datetime2(6)) as date)))) / 32 as bigint) as [month]
from [shop].[samples];
