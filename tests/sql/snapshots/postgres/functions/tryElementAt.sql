select (
  select ((given.a1)[:])[(case when given.a2 > 0 and given.a2 <= cardinality(given.a1) then given.a2 when given.a2 < 0 and given.a2 >= -cardinality(given.a1) then cardinality(given.a1) + given.a2 + 1 when given.a2 = 0 then ('tryElementAt: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int end)::int]
  from (
    values ("list", $1::bigint)
  ) as given(a1, a2)
) as "list", (
  select case when jsonb_typeof((given.a1 -> (case when given.a2 > 0 and given.a2 <= jsonb_array_length(given.a1) then given.a2 when given.a2 < 0 and given.a2 >= -jsonb_array_length(given.a1) then jsonb_array_length(given.a1) + given.a2 + 1 when given.a2 = 0 then ('tryElementAt: there is no place ' || given.a2 || ' in an array of ' || jsonb_array_length(given.a1))::int end)::int - 1)::jsonb) = 'array' then array(
    select element::bigint
    from jsonb_array_elements_text((given.a1 -> (case when given.a2 > 0 and given.a2 <= jsonb_array_length(given.a1) then given.a2 when given.a2 < 0 and given.a2 >= -jsonb_array_length(given.a1) then jsonb_array_length(given.a1) + given.a2 + 1 when given.a2 = 0 then ('tryElementAt: there is no place ' || given.a2 || ' in an array of ' || jsonb_array_length(given.a1))::int end)::int - 1)::jsonb) with ordinality as elements(element, place)
    order by place
  ) end
  from (
    values ("lists", $2::bigint)
  ) as given(a1, a2)
) as "lists", (
  select ((given.a1)[:])[(case when given.a2 > 0 and given.a2 <= cardinality(given.a1) then given.a2 when given.a2 < 0 and given.a2 >= -cardinality(given.a1) then cardinality(given.a1) + given.a2 + 1 when given.a2 = 0 then ('tryElementAt: there is no place ' || given.a2 || ' in an array of ' || cardinality(given.a1))::int end)::int]
  from (
    values ("words", $3::bigint)
  ) as given(a1, a2)
) as "words", (("rates" -> $4::text::text) #>> '{}')::double precision as "rates", (
  select nullif((given.a1 -> (case when given.a2 > 0 and given.a2 <= jsonb_array_length(given.a1) then given.a2 when given.a2 < 0 and given.a2 >= -jsonb_array_length(given.a1) then jsonb_array_length(given.a1) + given.a2 + 1 when given.a2 = 0 then ('tryElementAt: there is no place ' || given.a2 || ' in an array of ' || jsonb_array_length(given.a1))::int end)::int - 1)::jsonb, 'null')
  from (
    values ("pairs", $5::bigint)
  ) as given(a1, a2)
) as "pairs"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "a"
-- 5: "2"
