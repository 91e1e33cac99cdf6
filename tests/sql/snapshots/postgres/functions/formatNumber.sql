select case when "number"::text like '-%' then '-' else '' end || (
  select (
    select ltrim(reverse(regexp_replace(reverse(left(t, length(t) - 3)), '([0-9][0-9][0-9])', '\1,', 'g')), ',') || right(t, 3)
    from (
      select round(case when v - trunc(v, 2) = 5 * power(10::numeric, -3) then case when mod(trunc(v, 2) * power(10::numeric, 2), 2) = 0 then trunc(v, 2) else trunc(v, 2) + power(10::numeric, -2) end else round(v, 2) end, 2)::text as t
    ) as one
  )
  from (
    select abs("number"::numeric) as v
  ) as one
) as "number", case when "ratio" = 'NaN' then 'NaN' when "ratio" = 'Infinity' then '∞' when "ratio" = '-Infinity' then '-∞' else case when "ratio"::text like '-%' then '-' else '' end || (
  select (
    select ltrim(reverse(regexp_replace(reverse(left(t, length(t) - 3)), '([0-9][0-9][0-9])', '\1,', 'g')), ',') || right(t, 3)
    from (
      select round(case when v - trunc(v, 2) = 5 * power(10::numeric, -3) then case when case when (abs("ratio") * (power(2::numeric, 53 - floor(log(2, greatest(v, 1e-300)))::int))::double precision)::bigint = v * power(2::numeric, 53 - floor(log(2, greatest(v, 1e-300)))::int) then mod(trunc(v, 2) * power(10::numeric, 2), 2) = 0 else (abs("ratio") * (power(2::numeric, 53 - floor(log(2, greatest(v, 1e-300)))::int))::double precision)::bigint < v * power(2::numeric, 53 - floor(log(2, greatest(v, 1e-300)))::int) end then trunc(v, 2) else trunc(v, 2) + power(10::numeric, -2) end else round(v, 2) end, 2)::text as t
    ) as one
  )
  from (
    select abs("ratio"::text::numeric) as v
  ) as one
) end as "ratio", case when "price"::text like '-%' then '-' else '' end || (
  select (
    select ltrim(reverse(regexp_replace(reverse(left(t, length(t) - 3)), '([0-9][0-9][0-9])', '\1,', 'g')), ',') || right(t, 3)
    from (
      select round(case when v - trunc(v, 2) = 5 * power(10::numeric, -3) then case when mod(trunc(v, 2) * power(10::numeric, 2), 2) = 0 then trunc(v, 2) else trunc(v, 2) + power(10::numeric, -2) end else round(v, 2) end, 2)::text as t
    ) as one
  )
  from (
    select abs("price"::numeric) as v
  ) as one
) as "price"
from "shop"."samples";
