select "q1"."id", "orders"."total"
from (
  with recursive numbers(id, "left") as (
    select ?, ? - 1
    where ? > 0
    union all
    select id + ?, "left" - 1
    from numbers
    where "left" > 0
  )
  select id
  from numbers
) as "q1"
left join "orders" on "q1"."id" = "orders"."id";
-- 1: 0
-- 2: 5
-- 3: 5
-- 4: 1
