select "id"
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
) as "q1";
-- 1: 1
-- 2: 3
-- 3: 3
-- 4: 3
