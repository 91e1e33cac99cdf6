select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  order by "id" desc
  limit ?
) as "q1"
order by "id";
-- 1: 3
