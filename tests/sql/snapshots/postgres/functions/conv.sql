select (
  select case when m < 0 then '-' else '' end || coalesce(nullif(ltrim((
    select string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', mod(div(abs(m), base ^ place), base)::int + 1, 1), '' order by place desc)
    from generate_series(0, 63) place
  ), '0'), ''), '0')
  from (
    select abs(target)::numeric as base, case when n >= 18446744073709551616 then ('conv: ' || t || ' does not fit into 64 bits')::numeric else case when target > 0 and minus and n > 0 then 18446744073709551616 + case when minus then case when n >= 9223372036854775808 then -1 else -n end else n end when target < 0 and case when minus then case when n >= 9223372036854775808 then -1 else -n end else n end >= 9223372036854775808 then case when minus then case when n >= 9223372036854775808 then -1 else -n end else n end - 18446744073709551616 else case when minus then case when n >= 9223372036854775808 then -1 else -n end else n end end end as m
    from (
      select t, target, minus, (
        select coalesce(sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(d, place, 1)) - 1) * base::numeric ^ (length(d) - place)), 0)
        from generate_series(1, length(d)) place
      ) as n
      from (
        select t, base, target, minus, upper(left(d, length(d) - length(ltrim(d, left('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', base) || left('0123456789abcdefghijklmnopqrstuvwxyz', base))))) as d
        from (
          select t, base, target, starts_with(t, '-') as minus, case when starts_with(t, '-') then substr(t, 2) else t end as d
          from (
            select btrim("text", ' ') as t, $1::bigint::int as base, $2::bigint::int as target
          ) given
          where t <> '' and base between 2 and 36 and abs(target) between 2 and 36
        ) cut
      ) digits
    ) valued
  ) signed
) as "text"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
