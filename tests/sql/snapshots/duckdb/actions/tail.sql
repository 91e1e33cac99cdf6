select "id", "name", "city"
from (
  select "id", "name", "city"
  from "customers"
  order by "id" desc
  limit $1
) as "q1"
order by "id";
-- 1: 3
