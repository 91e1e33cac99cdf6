select (
  select case when given.a2 > 2147483632 then ('arrayRepeat: too many elements: ' || given.a2)::int::text::text[] when given.a2 is not null then array(
    select given.a1
    from generate_series(1, given.a2) as items(place)
    order by place
  ) end
  from (
    values ("text", $1::bigint)
  ) as given(a1, a2)
) as "text", (
  select case when given.a2 > 2147483632 then ('arrayRepeat: too many elements: ' || given.a2)::int::text::bigint[] when given.a2 is not null then array(
    select given.a1
    from generate_series(1, given.a2) as items(place)
    order by place
  ) end
  from (
    values ("number", $2::bigint)
  ) as given(a1, a2)
) as "number"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
