select ((
  select extract(year from last_day)::bigint * 384 + extract(month from last_day)::int * 32 + extract(day from last_day)::int
  from (
    select ("day"::timestamp::date + case when "day"::timestamp::date > "day"::timestamp::date and "day"::timestamp::time < "day"::timestamp::time then -1 when "day"::timestamp::date < "day"::timestamp::date and "day"::timestamp::time > "day"::timestamp::time then 1 else 0 end) as last_day
  ) as one
) - (extract(year from "day"::timestamp::date)::bigint * 384 + extract(month from "day"::timestamp::date)::int * 32 + extract(day from "day"::timestamp::date)::int)) / 32 as "month"
from "shop"."samples";
