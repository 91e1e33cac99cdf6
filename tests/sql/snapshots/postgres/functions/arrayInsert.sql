select (
  select case when given.a1 is null or given.a2 is null then null when given.a2 = 0 then ('arrayInsert: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int::text::bigint[] else array(
    select item
    from (
      select item, place + case when place >= case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end then 1 else 0 end as place
      from unnest(given.a1) with ordinality as items(item, place)
      union all
      select given.a3, case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end
      union all
      select null, generate_series(cardinality(given.a1) + 1, case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end - 1)
      union all
      select null, generate_series(case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end + 1, 1)
    ) as items
    order by place
  ) end
  from (
    values ("list", $1::bigint, $2::bigint)
  ) as given(a1, a2, a3)
) as "list", (
  select case when given.a1 is null or given.a2 is null then null when given.a2 = 0 then ('arrayInsert: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int::text::text[] else array(
    select item
    from (
      select item, place + case when place >= case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end then 1 else 0 end as place
      from unnest(given.a1) with ordinality as items(item, place)
      union all
      select given.a3, case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end
      union all
      select null, generate_series(cardinality(given.a1) + 1, case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end - 1)
      union all
      select null, generate_series(case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 2 end + 1, 1)
    ) as items
    order by place
  ) end
  from (
    values ("words", $3::bigint, $4::text)
  ) as given(a1, a2, a3)
) as "words"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "a"
