select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  order by "id"
  limit $1
) as "q1"
order by "name" collate "C";
-- 1: 10
