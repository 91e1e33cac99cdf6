select "q1"."id", "orders"."total"
from (
  select id
  from generate_series($1::bigint, $2::bigint, $3::bigint) as numbers(id)
) as "q1"
left join "orders" on "q1"."id" = "orders"."id";
-- 1: 0
-- 2: 4
-- 3: 1
