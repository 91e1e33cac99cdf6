select "id"
from (
  select id
  from generate_series($1::bigint, $2::bigint, $3::bigint) as numbers(id)
) as "q1"
where "id" > $4;
-- 1: "0"
-- 2: "4"
-- 3: "1"
-- 4: "2"
