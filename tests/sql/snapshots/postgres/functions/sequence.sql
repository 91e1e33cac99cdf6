select (
  select case when (given.a3 > 0 and given.a1 > given.a2) or (given.a3 < 0 and given.a1 < given.a2) or (given.a3 = 0 and given.a1 <> given.a2) then ('sequence: no step ' || given.a3 || ' leads from ' || given.a1 || ' to ' || given.a2)::int::text::bigint[] when (given.a2::numeric - given.a1) / nullif(given.a3, 0) > 2147483632 then ('sequence: too many numbers from ' || given.a1 || ' to ' || given.a2)::int::text::bigint[] when given.a1 is not null and given.a2 is not null and given.a3 is not null then array(
    select generate_series(given.a1, given.a2, case when given.a3 = 0 then 1 else given.a3 end)::bigint
  ) end
  from (
    values ("number", $1::bigint, $2::bigint)
  ) as given(a1, a2, a3)
) as "number"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
