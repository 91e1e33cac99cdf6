select (
  select case when given.a1 is null or given.a2 is null or given.a3 is null then null when given.a2 = 0 then ('slice: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int::text::bigint[] when given.a3 < 0 then ('slice: no length ' || given.a3 || ' in an array of ' || cardinality(given.a1))::int::text::bigint[] else array(
    select item
    from unnest(given.a1) with ordinality as items(item, place)
    where case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end > 0 and place >= case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end and place - case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end < given.a3
    order by place
  ) end
  from (
    values ("list", $1::bigint, $2::bigint)
  ) as given(a1, a2, a3)
) as "list", (
  select case when given.a1 is null or given.a2 is null or given.a3 is null then null when given.a2 = 0 then ('slice: there is no place ' || given.a2 || ' in an array of ' || jsonb_array_length(given.a1))::int::text::jsonb when given.a3 < 0 then ('slice: no length ' || given.a3 || ' in an array of ' || jsonb_array_length(given.a1))::int::text::jsonb else coalesce((
    select jsonb_agg(item order by place)
    from (
      select nullif(value, 'null'), place
      from jsonb_array_elements(given.a1) with ordinality as raw(value, place)
    ) as items(item, place)
    where case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end > 0 and place >= case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end and place - case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end < given.a3
  ), '[]') end
  from (
    values ("lists", $3::bigint, $4::bigint)
  ) as given(a1, a2, a3)
) as "lists", (
  select case when given.a1 is null or given.a2 is null or given.a3 is null then null when given.a2 = 0 then ('slice: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int::text::text[] when given.a3 < 0 then ('slice: no length ' || given.a3 || ' in an array of ' || cardinality(given.a1))::int::text::text[] else array(
    select item
    from unnest(given.a1) with ordinality as items(item, place)
    where case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end > 0 and place >= case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end and place - case when given.a2 > 0 then given.a2 else cardinality(given.a1) + given.a2 + 1 end < given.a3
    order by place
  ) end
  from (
    values ("words", $5::bigint, $6::bigint)
  ) as given(a1, a2, a3)
) as "words", (
  select case when given.a1 is null or given.a2 is null or given.a3 is null then null when given.a2 = 0 then ('slice: there is no place ' || given.a2 || ' in an array of ' || jsonb_array_length(given.a1))::int::text::jsonb when given.a3 < 0 then ('slice: no length ' || given.a3 || ' in an array of ' || jsonb_array_length(given.a1))::int::text::jsonb else coalesce((
    select jsonb_agg(item order by place)
    from (
      select nullif(value, 'null'), place
      from jsonb_array_elements(given.a1) with ordinality as raw(value, place)
    ) as items(item, place)
    where case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end > 0 and place >= case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end and place - case when given.a2 > 0 then given.a2 else jsonb_array_length(given.a1) + given.a2 + 1 end < given.a3
  ), '[]') end
  from (
    values ("pairs", $7::bigint, $8::bigint)
  ) as given(a1, a2, a3)
) as "pairs"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "2"
-- 5: "2"
-- 6: "2"
-- 7: "2"
-- 8: "2"
