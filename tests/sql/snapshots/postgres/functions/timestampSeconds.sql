select to_timestamp("number")::timestamp as "number", case when "ratio" not in ('NaN', 'Infinity', '-Infinity') then (
  select timestamp 'epoch' + n / 86400000000 * interval '1 day' + n % 86400000000 * interval '1 microsecond'
  from (
    select trunc("ratio" * 1000000)::bigint as n
  ) as one
) end as "ratio", (
  select timestamp 'epoch' + n / 86400000000 * interval '1 day' + n % 86400000000 * interval '1 microsecond'
  from (
    select ("price" * 1000000)::bigint as n
  ) as one
) as "price"
from "shop"."samples";
