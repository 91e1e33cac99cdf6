select "id"
from (
  select id
  from generate_series($1::bigint, $2::bigint, $3::bigint) as numbers(id)
) as "q1";
-- 1: "1"
-- 2: "7"
-- 3: "3"
