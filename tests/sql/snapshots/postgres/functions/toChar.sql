select case when "number"::text is not null then (
  select (
    select (
      select (
        select case when substr(whole, length(whole)) = ' ' then substr(whole, 1, length(whole) - 1) || '0' else whole end || '.' || case when length(ltrim(digits, '0')) > 4 or length('') > 2 then '##' else substr('' || '00', 1, 2) end
        from (
          select substr(filled, 1, 1) || case when substr(filled, 1, 1) in (' ', '#') then ' ' else ',' end || substr(filled, 2, 3) as whole
        ) as one
      )
      from (
        select case when length(ltrim(digits, '0')) > 4 or length('') > 2 then '####' else substr('    ' || ltrim(digits, '0'), length(ltrim(digits, '0')) + 1) end as filled
      ) as one
    )
    from (
      select ltrim(number, '-') as digits
    ) as one
  )
  from (
    select "number"::text as number
  ) as one
) end as "number"
from "shop"."samples";
