select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  order by "id"
  limit ?
) as "q1"
order by "name";
-- 1: 10
